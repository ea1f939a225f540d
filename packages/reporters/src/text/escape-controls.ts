// What JSON lets through but a terminal may obey or hide: DEL, C1 controls, separators, bidirectional controls.
const UNSAFE = /[\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]/g;

/** JSON that is safe to show on a terminal, and means the same. */
export function escapeControls(json: string): string {
  return json.replace(UNSAFE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
