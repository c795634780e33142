import { z } from 'zod';
import type { RecordType } from '../../src/kernel/agency.ts';
import type { FieldKind } from './field-kinds/index.ts';

/** How a field is declared: the agency's header, its kind, whether a row may leave it blank. */
export interface FieldDeclaration<T = unknown, Present extends boolean = boolean> {
  readonly header: string;
  readonly kind: FieldKind<T>;
  /** A row that leaves it blank cannot be read. */
  readonly required: boolean;
  /** The record always has a value: required, or a blank stands for one. */
  readonly present: Present;
  /** What a blank stands for, where the contract says so. */
  readonly blank?: T;
}

/** A field of a contract, with the name the hub uses inside. */
export interface RecordField extends FieldDeclaration {
  readonly name: string;
}

export type FieldDeclarations = Readonly<Record<string, FieldDeclaration>>;

export function required<T>(header: string, kind: FieldKind<T>): FieldDeclaration<T, true> {
  return { header, kind, required: true, present: true };
}

export function optional<T>(header: string, kind: FieldKind<T>): FieldDeclaration<T, false> {
  return { header, kind, required: false, present: false };
}

/** An optional field whose blank stands for a value. */
export function defaulting<T>(header: string, kind: FieldKind<T>, blank: T): FieldDeclaration<T, true> {
  return { header, kind, required: false, present: true, blank };
}

type SchemaShape<F extends FieldDeclarations> = {
  [K in keyof F]: F[K] extends FieldDeclaration<infer T, infer Present>
    ? Present extends true
      ? z.ZodType<T>
      : z.ZodNullable<z.ZodType<T>>
    : never;
};

/** A canonical record of any type: what is stored, `null` where nothing was stated. */
export type CanonicalRecord = Readonly<Record<string, string | number | boolean | null>>;

/** Which fields say whom a row is about. */
export interface PersonClause<Field = RecordField> {
  /** The identity number, or the certificate number whose first 18 characters it is. */
  readonly number?: Field;
  readonly documentType?: Field;
  readonly birthDate?: Field;
  readonly sex?: Field;
  /** The agency's own number of the person, for rows without an identity number. */
  readonly agencyNumber?: { readonly field: Field; readonly prefix: 'psn' | 'stu' };
}

export interface RecordContract<Schema extends z.ZodType = z.ZodType> {
  readonly recordType: RecordType;
  /** The record type's name in Chinese. */
  readonly title: string;
  /** In the order of the agency's contract; the common columns are not among them. */
  readonly fields: readonly RecordField[];
  readonly schema: Schema;
  /** Null: the rows are about a household, not about a person. */
  readonly person: PersonClause | null;
  /** Columns whose value the certificate number must repeat. */
  readonly certificate?: { readonly category: RecordField; readonly level: RecordField };
  /** Columns that the database indexes, besides the key and the person. */
  readonly indexes: readonly (readonly string[])[];
  /** Whom the row is about, as the row itself says it. */
  subjectKey(record: CanonicalRecord, sourceKey: string): string | null;
}

function schemaOf<F extends FieldDeclarations>(fields: F): z.ZodObject<SchemaShape<F>, z.core.$strict> {
  const shape = Object.entries(fields).map(([name, field]) => [
    name,
    field.present ? field.kind.schema : field.kind.schema.nullable(),
  ]);
  return z.strictObject(Object.fromEntries(shape)) as unknown as z.ZodObject<SchemaShape<F>, z.core.$strict>;
}

type SubjectKey = RecordContract['subjectKey'];

function subjectKeyOf(recordType: RecordType, person: PersonClause | null): SubjectKey {
  return (record, sourceKey) => {
    if (person === null) return null;
    const number = person.number === undefined ? null : record[person.number.name];
    if (typeof number === 'string') {
      return `id:${person.number?.kind.name === 'certificateNumber' ? number.slice(0, 18) : number}`;
    }
    const own = person.agencyNumber;
    return own === undefined ? `rec:${recordType}:${sourceKey}` : `${own.prefix}:${record[own.field.name]}`;
  };
}

interface ContractDefinition<F extends FieldDeclarations> {
  readonly recordType: RecordType;
  readonly title: string;
  readonly fields: F;
  readonly person: PersonClause<keyof F & string> | null;
  readonly certificate?: { readonly category: keyof F & string; readonly level: keyof F & string };
  readonly indexes?: readonly (readonly (keyof F & string)[])[];
}

/** Declares a record type; everything else about it is derived from this one definition. */
export function defineContract<const F extends FieldDeclarations>(
  definition: ContractDefinition<F>,
): RecordContract<z.ZodObject<SchemaShape<F>, z.core.$strict>> {
  const { recordType, title, certificate } = definition;
  const fields = Object.entries(definition.fields).map(([name, field]) => ({ ...field, name }));
  const named = (name: string): RecordField => {
    const field = fields.find((candidate) => candidate.name === name);
    if (field === undefined) throw new Error(`${recordType} has no field ${name}`);
    return field;
  };
  const person = definition.person === null ? null : resolvePerson(definition.person, named);
  return {
    recordType,
    title,
    fields,
    schema: schemaOf(definition.fields),
    person,
    ...(certificate && {
      certificate: { category: named(certificate.category), level: named(certificate.level) },
    }),
    indexes: definition.indexes ?? [],
    subjectKey: subjectKeyOf(recordType, person),
  };
}

function resolvePerson(clause: PersonClause<string>, named: (name: string) => RecordField): PersonClause {
  const { number, documentType, birthDate, sex, agencyNumber } = clause;
  return {
    ...(number !== undefined && { number: named(number) }),
    ...(documentType !== undefined && { documentType: named(documentType) }),
    ...(birthDate !== undefined && { birthDate: named(birthDate) }),
    ...(sex !== undefined && { sex: named(sex) }),
    ...(agencyNumber !== undefined && {
      agencyNumber: { field: named(agencyNumber.field), prefix: agencyNumber.prefix },
    }),
  };
}

/** The canonical record type of a contract. */
export type RecordOf<C> = C extends RecordContract<infer Schema> ? z.infer<Schema> : never;
