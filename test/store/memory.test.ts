import { memoryStore } from '../../store/memory.ts';
import { storeContract } from './contract.ts';

storeContract('memory', async () => ({ store: memoryStore() }));
