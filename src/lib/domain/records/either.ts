// One of several kinds of object, told apart by one field. valibot's own `variant` says the same in ten
// times the bytes, and the first load has none to spare.
import type * as v from 'valibot';

type Option = v.ObjectSchema<v.ObjectEntries, undefined>;

/**
 * A schema that takes the option whose literal under `key` is the one given; what fits none is told
 * with the first one's words.
 */
export function either<const Options extends readonly [Option, ...Option[]]>(
	key: string,
	options: Options
): v.GenericSchema<v.InferOutput<Options[number]>> {
	const [first] = options;
	const run: Option['~run'] = (dataset, config) => {
		const said = (dataset.value as Record<string, unknown> | null)?.[key];
		const isMeant = ({ entries }: Option): boolean =>
			(entries[key] as { readonly literal?: unknown }).literal === said;
		return (options.find(isMeant) ?? first)['~run'](dataset, config);
	};
	// `options` is what the published JSON Schema is drawn from.
	return { ...first, type: 'variant', options, '~run': run } as unknown as v.GenericSchema<
		v.InferOutput<Options[number]>
	>;
}
