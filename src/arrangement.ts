import { arrangementProgram } from './arrangements/program.ts';
import { instant, londonDay } from './domain/day.ts';

// Whoever reads only the beginning (`| head`) has had enough.
process.stdout.on('error', () => process.exit());

const { code, text } = arrangementProgram(process.argv.slice(2), londonDay(instant(new Date())));
process[code === 2 ? 'stderr' : 'stdout'].write(text);
process.exitCode = code;
