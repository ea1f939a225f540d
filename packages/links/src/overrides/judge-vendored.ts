import { posix } from 'node:path';
import {
  contexts,
  type ContextId,
  type FileAnalysis,
  type Finding,
  type Kept,
  type SourceFile,
} from '@regmigrate/core';
import { readValues } from '@regmigrate/formats';
import { isRendered } from './is-rendered.ts';
import { overrideAdvice } from './override-advice.ts';
import { overrideValues } from './override-values.ts';
import { vendoredChart } from './vendored-chart.ts';
import { whereUnset } from './where-unset.ts';

/** What tells of an image and does not use it. */
const TOLD: ReadonlySet<ContextId> = new Set(['comment', 'commented-value', 'prose']);

/**
 * What becomes of the findings in a copy of a chart that `helm dependency update` writes anew: an edit there would be
 * lost, so the chart that asks for it must set the value. Where it does already, nothing is left to do.
 */
export function judgeVendored(analysis: FileAnalysis, file: SourceFile): FileAnalysis {
  const { path, tree } = file;
  const chart = tree && analysis.findings.length > 0 ? vendoredChart(tree, path) : undefined;
  if (!tree || !chart) return analysis;
  const inChart = posix.relative(chart.folder, path);
  const parentFile = posix.join(chart.parent, 'values.yaml');
  const parent = readValues(tree.read(parentFile) ?? '');
  const judged = analysis.findings.map((finding): Finding | Kept => {
    if (!isRendered(inChart) || TOLD.has(finding.context)) return keep(finding, contexts.vendored.reason);
    const values = inChart === 'values.yaml' ? overrideValues(finding, file.text) : [];
    const open = values.flatMap((value) => whereUnset({ ...value, keys: chart.keys }, parent));
    if (values.length > 0 && open.length === 0) return keep(finding, `${parentFile} sets this value itself`);
    const advice = overrideAdvice(open, parentFile);
    const { ceiling, reason } = contexts['vendored-chart'];
    return {
      ...finding,
      context: 'vendored-chart',
      applicability: ceiling,
      reason: advice === undefined ? reason : `${reason}: ${advice}`,
      edits: [],
    };
  });
  const kept = judged.filter((mention): mention is Kept => !('edits' in mention));
  return {
    ...analysis,
    findings: judged.filter((mention): mention is Finding => 'edits' in mention),
    kept: [...analysis.kept, ...kept].sort((a, b) => a.span.start - b.span.start),
  };
}

function keep({ file, span, locator, rule, code, message, old, images }: Finding, reason: string): Kept {
  const told = { file, span, rule, code, message, old, context: 'vendored', reason } as const;
  return { ...told, ...(locator !== undefined && { locator }), ...(images && { images }) };
}
