import { expect, test } from 'vitest';
import { binaryProperty } from './kept-lines';

const DATA = 'iVBORw0KGgo+/AAA'.repeat(60);

test.each([
	[`PHOTO;ENCODING=b;TYPE=JPEG:${DATA}`, 'PHOTO'],
	[`item1.photo:data:image/png;base64,${DATA}=`, 'PHOTO'],
	[`LOGO;ENCODING=BASE64:\n ${(DATA.match(/.{1,74}/g) ?? []).join('\n ')}`, 'LOGO'],
	[`SOUND:${DATA}`, 'SOUND'],
	[`KEY:data:application/pgp-keys;base64,${DATA}`, 'KEY'],
	[`X-BLOB:${DATA}`, 'X-BLOB'],
	[`PHOTO:https://example.com/${'a'.repeat(600)}.jpg`, undefined],
	['KEY:OPENPGP4FPR:0123456789ABCDEF0123456789ABCDEF01234567', undefined],
	['PHOTO:', undefined],
	[`X-REMARK:${'of the mill by the river '.repeat(40)}`, undefined],
	[`X-MAP:https://example.com/${'a'.repeat(600)}`, undefined],
	['', undefined]
])('%.40s', (line, property) => {
	expect(binaryProperty(line)).toBe(property);
});
