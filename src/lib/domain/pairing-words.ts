// The words two people read to each other to see that their screens belong together.

/** How many words are read out: four make 32 bits. */
const WORDS = 4;

/** 256 words, one for each byte: short, easy to say, and no two of them a letter apart. */
export const PAIRING_WORDS: readonly string[] = (
	'acorn amber anchor angel ankle apple apron arch arrow atlas autumn bacon badge baker ' +
	'bamboo banjo barn basil basket beaver bell berry bicycle bird biscuit blanket blossom blue ' +
	'board bonfire book bottle bowl branch bread brick bridge broom bubble bucket butter button ' +
	'cabin cactus camel candle canoe carpet carrot castle cedar cello chalk cheese cherry chess ' +
	'circus clock cloud clover coconut coffee copper coral cotton cousin cradle crane cricket ' +
	'crown curtain daisy desert diamond doctor dolphin door dragon drum duck eagle earth echo ' +
	'elbow elephant elm engine envelope falcon farm feather fern fiddle finger flag flute ' +
	'forest fossil fountain fox frog galaxy garden garlic giraffe glacier glove goat gold goose ' +
	'grape guitar hammer harp hazel hedge helmet heron hill honey horse hotel iceberg igloo ' +
	'iron island ivory jacket jaguar jelly jewel jigsaw jungle kayak kettle kitchen kite koala ' +
	'ladder lagoon lamp lantern lemon leopard lily lion lizard lobster lunch magnet mango maple ' +
	'marble market meadow melon mirror mitten monkey moon muffin mushroom napkin needle nest ' +
	'ninja north nutmeg oasis ocean olive onion orange orchard otter oyster palace panda paper ' +
	'peach pebble pencil piano picnic pigeon pillow pirate planet plum pocket polar pony poppy ' +
	'potato prince pumpkin puppet purple puzzle pyramid quilt rabbit radio rainbow ribbon river ' +
	'robot rose saddle salmon sandal satin scarf school shadow shell silver spider spoon star ' +
	'stone summer sunset swan table teapot temple thunder tiger toast tomato tractor train ' +
	'trumpet tulip tunnel turtle umbrella uncle valley velvet village violin volcano waffle ' +
	'wagon walnut water whale wheel window winter yacht yellow zebra zipper'
).split(' ');

/** The words of the first four bytes, in their order; fewer for fewer bytes. */
export function wordsOf(bytes: Uint8Array): readonly string[] {
	return [...bytes.subarray(0, WORDS)].map((byte) => PAIRING_WORDS[byte] ?? '');
}
