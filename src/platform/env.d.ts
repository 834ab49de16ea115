interface ImportMetaEnv {
  /** Set by the build of browser tests only, see scripts/sts-test-endpoint.ts; nothing at run time changes it. */
  readonly STS_TEST_ENDPOINT?: string;
}
