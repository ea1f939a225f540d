export { addCompanions } from './add-companions.ts';
export { applyPlan, type ApplyOptions, type ApplyResult, type WrittenFile } from './apply-plan.ts';
export { diffPlan, type Diff } from './diff/diff-plan.ts';
export type { FixProblemCode } from './fix-problem.ts';
export { planFixes, type FixPlan, type PlannedFile } from './plan-fixes.ts';
export { contentsBeforeFix, type ContentsBeforeFix } from './undo/contents-before-fix.ts';
export { undo, type UndoOptions, type UndoResult } from './undo.ts';
