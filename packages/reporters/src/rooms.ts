import concise from './concise/index.ts';
import json from './json/index.ts';
import pretty from './pretty/index.ts';

export const rooms = [concise, json, pretty] as const;
