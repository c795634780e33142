import type { SexCode } from '../../src/kernel/resident-id.ts';
import type { Random } from '../random/random.ts';

const MALE = ['买买提', '艾力', '吐尔逊', '阿卜杜拉', '热合曼', '库尔班', '依明', '牙生'];
const FEMALE = ['阿依古丽', '迪丽努尔', '古丽娜', '帕提古丽', '热依汗', '茹仙古丽', '努尔古丽', '米热古丽'];

/** A name of two parts with the separating dot, as the records of some minorities have it. */
export function drawDottedName(random: Random, sex: SexCode): string {
  return `${random.pick(sex === '1' ? MALE : FEMALE)}·${random.pick(MALE)}`;
}

const LATIN_GIVEN = ['MARIA', 'JOHN', 'LINH', 'KENJI', 'ANNA', 'DAVID', 'SOFIA', 'MINJUN'];
const LATIN_FAMILY = ['SANTOS', 'SMITH', 'TRAN', 'SATO', 'NOVAK', 'BROWN', 'ROSSI', 'KIM'];

/** The name of a resident from abroad, as in a passport. */
export function drawLatinName(random: Random): string {
  return `${random.pick(LATIN_GIVEN)} ${random.pick(LATIN_FAMILY)}`;
}
