/**
 * zod compiles object schemas with `new Function`, which the Content-Security-Policy forbids and
 * reports, unless it is told not to before the first schema is made. Schemas come with the wizard,
 * in whatever order its files arrive; this is where zod keeps what `z.config` is given, so it can be
 * said on the start page without loading zod.
 */
export function keepZodFromEvaluating(): void {
  Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
}
