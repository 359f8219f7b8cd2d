// Properties Kith has no place for, as lines that 3.0 and 4.0 both read, so that they survive a round trip.
import { hasParam, type VcardProperty } from './vcard-property';
import type { VcardVersion } from './vcard';

/**
 * The unfolded line of a property. It stands as it stood, unless only a 2.1 reader would understand
 * it: then bare types get their name, text its plain characters, base64 its 3.0 spelling.
 */
export function keptLine(property: VcardProperty, version: VcardVersion): string {
	const quoted = hasParam(property, 'ENCODING', 'QUOTED-PRINTABLE');
	if (version !== '2.1' && !quoted && !property.params['CHARSET']) return property.raw.trim();
	const binary = hasParam(property, 'ENCODING', 'BASE64') || hasParam(property, 'ENCODING', 'B');
	const params = Object.entries(property.params)
		.filter(([name]) => name !== 'ENCODING' && name !== 'CHARSET')
		.map(([name, values]) => `;${name}=${values.map(paramValue).join(',')}`);
	const group = property.group === undefined ? '' : `${property.group}.`;
	const value = property.value.trim().replace(/\r\n|\r|\n/g, '\\n');
	return `${group}${property.name}${binary ? ';ENCODING=b' : ''}${params.join('')}:${value}`;
}

function paramValue(value: string): string {
	const text = value.replace(/"/g, '').replace(/\r\n|\r|\n/g, ' ');
	return /[:;,]/.test(text) ? `"${text}"` : text;
}
