/**
 * Milliseconds to wait where an answer stands for a limit of rate; undefined for any other answer.
 * https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit
 */
export function limitOf({ status, headers }: Response, message: string): number | undefined {
  if (status !== 403 && status !== 429) return undefined;
  const after = headers.get('retry-after');
  if (after !== null && /^\d+$/.test(after)) return Number(after) * 1000;
  const reset = headers.get('x-ratelimit-reset');
  if (headers.get('x-ratelimit-remaining') === '0' && reset !== null)
    return Math.max(0, Number(reset) * 1000 - Date.now());
  return status === 429 || /secondary rate limit/i.test(message) ? 60_000 : undefined;
}
