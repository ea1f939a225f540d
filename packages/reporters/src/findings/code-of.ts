/** `k8s-gcr-io/moved`: what a host filters and groups by. */
export function codeOf({ rule, code }: { readonly rule: string; readonly code: string }): string {
  return `${rule}/${code}`;
}
