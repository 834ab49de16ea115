import type { MethodFacts } from "#core/methods/facts.ts";

const USER_GUIDE = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/";

export const facts: MethodFacts = {
  advice: {
    given: {},
    bestFor: ["directory", "many-grants"],
    ruledOut: [
      {
        when: {
          consumer: ["team", "third-party", "directory"],
          account: ["yes"],
          client: ["keys", "own", "role"],
        },
        text: "The client has to call GetDataAccess and use the credentials that it gets.",
        source: `${USER_GUIDE}access-grants-credentials.html`,
      },
      {
        when: { services: ["yes"] },
        text: "Its credentials reach S3 and nothing else.",
        source: `${USER_GUIDE}access-grants-get-data.html`,
      },
      {
        when: { account: ["no"] },
        text: "A grantee is an IAM principal or comes from a directory; somebody without an AWS account is neither.",
        source: `${USER_GUIDE}access-grants-grant-create.html`,
      },
      {
        when: { consumer: ["quicksight"] },
        text: "QuickSight does not call GetDataAccess for the files of a manifest.",
        source: "https://docs.aws.amazon.com/quick/latest/userguide/s3-admin-setup.html",
      },
    ],
    behind: [
      {
        when: { consumer: ["third-party"] },
        text: "It has no external ID: somebody else could use the third party's product to reach the data in your name.",
        source:
          "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html",
      },
      {
        when: {},
        text: "It would work too, but an instance, a location, a role and grants are much for so few grantees, and every client has to call GetDataAccess.",
        source: `${USER_GUIDE}access-grants.html`,
      },
    ],
  },
  comparison: {
    credentials: {
      text: "Temporary, 15 minutes to 12 hours, for one grant each.",
      source: `${USER_GUIDE}access-grants-credentials.html`,
    },
    scale: {
      text: "100,000 grants and 1,000 locations in each region.",
      source: `${USER_GUIDE}access-grants-limitations.html`,
    },
    granularity: {
      text: "READ, WRITE or READWRITE for a prefix or an object. WRITE includes deleting.",
      source: `${USER_GUIDE}access-grants-get-data.html`,
    },
    audit: {
      text: "CloudTrail shows who got credentials for which grant, directory users too.",
      source: `${USER_GUIDE}access-grants-data-access-events.html`,
    },
    console: {
      text: "No: the S3 console does not ask for a grant's credentials.",
      source: `${USER_GUIDE}access-grants-credentials.html`,
    },
    services: {
      text: "No, S3 only.",
      source: `${USER_GUIDE}access-grants-get-data.html`,
    },
    encryption: {
      text: "A customer managed key, granted to the location's role in account A; aws/s3 works too.",
      source: `${USER_GUIDE}access-grants-location-register.html`,
    },
    ownerEffort: {
      text: "An instance in each region, a role and locations once; then a grant for each grantee and prefix.",
      source: `${USER_GUIDE}access-grants-get-started.html`,
    },
    consumerEffort: {
      text: "One identity policy, and clients that call GetDataAccess; plugins exist for some.",
      source: `${USER_GUIDE}access-grants-cross-accounts.html`,
    },
  },
};
