/** Names of roles and users. @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html */
export const IAM_NAME_MAX = 64;
export const IAM_NAME = /^[\w+=,.@-]{1,64}$/;

/** Paths of roles and users: "/", or parts between slashes. @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html */
export const IAM_PATH = /^\/(?:[\x21-\x2E\x30-\x7E]+\/)*$/;
export const IAM_PATH_MAX = 512;

/** @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
export const SESSION_NAME = /^[\w+=,.@-]{2,64}$/;
