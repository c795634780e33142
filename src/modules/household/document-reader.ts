/** Looks into stored documents: what is only passed on is never read. */
import { Buffer } from 'node:buffer';
import { createJsonReader } from '../../platform/json/json-reader.ts';
import type { HouseholdDocument } from './document.ts';

/** Its documents' values are properties, but not their own: they are `JsonView`s. */
export interface DocumentReader {
  /** Documents that begin at some places of a text. */
  readAll(text: Buffer, places: readonly number[]): readonly HouseholdDocument[];
  /** Documents, each a text of its own. They live as long as any of them does. */
  readEach(texts: readonly string[]): readonly HouseholdDocument[];
}

export function createDocumentReader(): DocumentReader {
  // Where records come from is seldom told.
  const reader = createJsonReader(['source']);
  const readAll: DocumentReader['readAll'] = (text, places) =>
    reader.readAll(text, places) as unknown as readonly HouseholdDocument[];
  return {
    readAll,
    readEach(texts) {
      const bytes = Buffer.allocUnsafeSlow(texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0));
      let end = 0;
      const places = texts.map((text) => {
        const at = end;
        end += bytes.write(text, at);
        return at;
      });
      return readAll(bytes, places);
    },
  };
}
