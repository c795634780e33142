/**
 * A Pothos plugin of ours: a text that a mutation is given may say in which sealed columns it ends, or that it names
 * somebody at work. What follows from it stands in permissions/stored-texts.ts.
 */
import SchemaBuilder, {
  BasePlugin,
  type FieldRequiredness,
  type InputType,
  type PothosInputFieldConfig,
  type SchemaTypes,
} from '@pothos/core';

const NAME = 'storedText';

declare global {
  export namespace PothosSchemaTypes {
    interface Plugins<Types extends SchemaTypes> {
      storedText: StoredTextPlugin<Types>;
    }
    interface InputFieldOptions<
      Types extends SchemaTypes = SchemaTypes,
      Type extends InputType<Types> | [InputType<Types>] = InputType<Types> | [InputType<Types>],
      Req extends FieldRequiredness<Type> = FieldRequiredness<Type>,
    > {
      /** Of a text that a mutation is given: the columns it is sealed in, as `<table>.<column>`. */
      sealedIn?: readonly string[];
      /** It names somebody at work, a handle or a name; it is no sentence. */
      names?: boolean;
    }
  }
}

interface Stated {
  readonly sealedIn?: readonly string[];
  readonly names?: boolean;
}

/** What an argument or input field states of its text. */
export function storedText(element: { readonly extensions?: unknown }): Stated {
  return (element.extensions as Record<string, Stated> | undefined)?.[NAME] ?? {};
}

class StoredTextPlugin<Types extends SchemaTypes> extends BasePlugin<Types> {
  override onInputFieldConfig(config: PothosInputFieldConfig<Types>): PothosInputFieldConfig<Types> {
    const { sealedIn, names } = config.pothosOptions as Stated;
    const stated = { ...(sealedIn === undefined ? {} : { sealedIn }), ...(names === undefined ? {} : { names }) };
    return { ...config, extensions: { ...config.extensions, [NAME]: stated } };
  }
}

SchemaBuilder.registerPlugin(NAME, StoredTextPlugin);

export default NAME;
