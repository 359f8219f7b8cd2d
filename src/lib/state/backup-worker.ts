// Beside the page: does the heavy work of one backup.
import { BackupWork } from './backup-work';
import { answerWith } from './beside-answers';

answerWith((tell) => new BackupWork(tell));
