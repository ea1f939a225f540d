import { renderJson } from './render-json.ts';
import { renderPlain } from './render-plain.ts';
import { renderTable } from './render-table.ts';
import type { ImageView } from './image-view.ts';
import type { Inventory } from './inventory.ts';

export interface ImageFormat {
  readonly id: string;
  /** `text` is the list; `notes` are for people and go to standard error. */
  render(inventory: Inventory, view: ImageView): { readonly text: string; readonly notes: string };
}

export const imageFormats: readonly ImageFormat[] = [
  { id: 'table', render: renderTable },
  { id: 'plain', render: renderPlain },
  { id: 'json', render: renderJson },
];
