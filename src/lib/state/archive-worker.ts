// Beside the page: packs one archive.
import { ArchiveWork } from './archive-work';
import { answerWith } from './beside-answers';

answerWith((tell) => new ArchiveWork(tell));
