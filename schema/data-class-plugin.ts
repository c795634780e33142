/**
 * A Pothos plugin of ours: every field, argument and input field states its data class (what the access policy
 * grants) and describes itself, Chinese label first. One that does not fails the build of the schema, so that nothing
 * can be added that the policy does not know of.
 */
import SchemaBuilder, {
  BasePlugin,
  type FieldNullability,
  type FieldRequiredness,
  type InputFieldMap,
  type InputType,
  type PothosInputFieldConfig,
  type PothosOutputFieldConfig,
  type SchemaTypes,
  type TypeParam,
} from '@pothos/core';

const NAME = 'dataClass';

declare global {
  export namespace PothosSchemaTypes {
    interface Plugins<Types extends SchemaTypes> {
      dataClass: DataClassPlugin<Types>;
    }
    interface FieldOptions<
      Types extends SchemaTypes = SchemaTypes,
      ParentShape = unknown,
      Type extends TypeParam<Types> = TypeParam<Types>,
      Nullable extends FieldNullability<Type> = FieldNullability<Type>,
      Args extends InputFieldMap = InputFieldMap,
      ResolveShape = unknown,
      ResolveReturnShape = unknown,
    > {
      /** The data class the access policy decides on. */
      access?: string;
    }
    interface InputFieldOptions<
      Types extends SchemaTypes = SchemaTypes,
      Type extends InputType<Types> | [InputType<Types>] = InputType<Types> | [InputType<Types>],
      Req extends FieldRequiredness<Type> = FieldRequiredness<Type>,
    > {
      /** The data class the access policy decides on. */
      access?: string;
    }
  }
}

/** The class of what carries no content of its own: connections, ids of households, statuses. Never null. */
export const STRUCTURE = 'structure';

const CHINESE = /^[\u4e00-\u9fff]/;

interface Stated {
  readonly access?: string;
}

/** Coordinates without a data class or without a description; reported together. */
class DataClassPlugin<Types extends SchemaTypes> extends BasePlugin<Types> {
  readonly #faults: string[] = [];

  #classOf(coordinate: string, config: { description?: string | null | undefined; pothosOptions: unknown }): string {
    const { access } = config.pothosOptions as Stated;
    if (access === undefined) this.#faults.push(`${coordinate} states no data class`);
    if (!CHINESE.test(config.description ?? '')) this.#faults.push(`${coordinate} has no description in Chinese`);
    return access ?? '';
  }

  override onOutputFieldConfig(config: PothosOutputFieldConfig<Types>): PothosOutputFieldConfig<Types> {
    const coordinate = `${config.parentType}.${config.name}`;
    const dataClass = this.#classOf(coordinate, config);
    // A withheld field answers null; a field that cannot be null would take its whole parent with it.
    if (dataClass !== STRUCTURE && !config.type.nullable)
      this.#faults.push(`${coordinate} can be withheld and must be nullable`);
    return { ...config, extensions: { ...config.extensions, [NAME]: dataClass } };
  }

  override onInputFieldConfig(config: PothosInputFieldConfig<Types>): PothosInputFieldConfig<Types> {
    const place = config.kind === 'Arg' ? `${config.parentType}.${config.parentField}` : config.parentType;
    const dataClass = this.#classOf(`${place}.${config.name}`, config);
    return { ...config, extensions: { ...config.extensions, [NAME]: dataClass } };
  }

  override beforeBuild(): void {
    this.#faults.length = 0;
  }

  override afterBuild<Schema>(schema: Schema): Schema {
    if (this.#faults.length > 0)
      throw new Error(`The schema has coordinates that access cannot decide on:\n  ${this.#faults.join('\n  ')}`);
    return schema;
  }
}

SchemaBuilder.registerPlugin(NAME, DataClassPlugin);

/** The data class that a built field, argument or input field carries. */
export function dataClassOf(element: { readonly extensions?: unknown }): string {
  const value = (element.extensions as Record<string, unknown> | undefined)?.[NAME];
  return typeof value === 'string' ? value : '';
}

export default NAME;
