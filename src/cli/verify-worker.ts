import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { verifyExport } from '../core/exchange/verify-export.ts';
import { nodeCrypto } from '../store/node-crypto.ts';
import { openPlace, type Place } from './place.ts';

/** Verifies one programme on a thread of its own and answers with what core says of it. */
const { close, files } = openPlace(workerData as Place);
const answer = verifyExport(files, nodeCrypto);
close();
(parentPort as MessagePort).postMessage(answer);
