/** Started by its path, as a parser of what boards answer. */
import { parseTasks } from '../../parsers/parse-tasks.js';
import { parsed } from './parsing.js';

parseTasks(parsed);
