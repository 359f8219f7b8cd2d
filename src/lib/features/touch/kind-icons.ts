// The icon of each kind of touch.
import call from '$lib/ui/icons/call.svg?raw';
import event from '$lib/ui/icons/event.svg?raw';
import gift from '$lib/ui/icons/gift.svg?raw';
import mail from '$lib/ui/icons/mail.svg?raw';
import meal from '$lib/ui/icons/meal.svg?raw';
import people from '$lib/ui/icons/people.svg?raw';
import post from '$lib/ui/icons/post.svg?raw';
import text from '$lib/ui/icons/text.svg?raw';
import video from '$lib/ui/icons/video.svg?raw';
import visit from '$lib/ui/icons/visit.svg?raw';
import whatsapp from '$lib/ui/icons/whatsapp.svg?raw';
import type { TouchKind } from '$lib/domain/records/touch';

export const kindIcons: Readonly<Record<TouchKind, string>> = {
	call,
	text,
	message: whatsapp,
	email: mail,
	meeting: people,
	meal,
	visit,
	event,
	card: post,
	gift,
	video
};
