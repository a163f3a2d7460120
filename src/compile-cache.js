// Loaded before the program: what Node compiled once, it need not compile at the next start, nor keep
// the compiler in memory for it. It lies in the system's folder for temporary files.
import { enableCompileCache } from 'node:module';

enableCompileCache();
