/** The one place that asks what time it is; core takes the answer as a value. */
export function now(): Date {
  return new Date();
}

/** `YYYY-MM-DD`, in UTC: AWS compares `aws:CurrentTime` in UTC. */
export function todayInUtc(): string {
  return now().toISOString().slice(0, 10);
}
