/** JSON that is text already: it goes into an answer as it is, without being read and written again. */

import { randomUUID } from 'node:crypto';

/** Marks a place; nobody outside this process can write one. */
const MARK = `json ${randomUUID()} `;
const PLACE = new RegExp(`"${MARK}(\\d+)"`, 'g');

let collecting: string[] | null = null;

export class JsonText {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  /** Within {@link stringifyJson} a place for the text; anywhere else the value itself. */
  toJSON(): unknown {
    if (collecting === null) return JSON.parse(this.text);
    return `${MARK}${collecting.push(this.text) - 1}`;
  }
}

/** Writes a value as JSON; texts within it are put in as they are. */
export function stringifyJson(value: unknown): string {
  const texts: string[] = [];
  collecting = texts;
  try {
    const whole = JSON.stringify(value);
    if (texts.length === 0) return whole;
    return whole.replaceAll(PLACE, (place, index: string) => texts[Number(index)] ?? place);
  } finally {
    collecting = null;
  }
}
