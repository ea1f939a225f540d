import { createHash } from 'node:crypto';
import { script } from './script.ts';
import { style } from './style.ts';

/** One document that asks for nothing else. The policy lets run only what this package wrote, by its digest. */
export function renderPage(title: string, body: string): string {
  const policy = [
    "default-src 'none'",
    `style-src ${digest(style)}`,
    `script-src ${digest(script)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · regmigrate</title>
<style>${style}</style>
</head>
<body>
<main>
${body}</main>
<script>${script}</script>
</body>
</html>
`;
}

function digest(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
