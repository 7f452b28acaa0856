import { addAccount, changeAccount, listAccounts } from './accounts.ts';
import {
  certifyAct,
  declineAct,
  listActs,
  proposeAct,
  proposeActs,
  readAct,
  readPartyList,
  rescindAct,
  signAct,
} from './acts.ts';
import { exportAnswer, exportSubject, listQuestions, readAnswer, readFacets, search } from './ask.ts';
import { addAttachment, readAttachment } from './attachments.ts';
import { readAudit } from './audit.ts';
import { readBorderLines, setBorderLines } from './border-lines.ts';
import {
  exportCalendar,
  followCalendar,
  makeCalendarFeed,
  readCalendarFeed,
  removeCalendarFeed,
} from './calendar.ts';
import { markSeen, readDesk } from './desk.ts';
import {
  endLock,
  exchangeNow,
  followEvents,
  inspectPouch,
  openPouch,
  packPouch,
  readExchange,
  setPeer,
} from './exchange.ts';
import { exportText } from './exports.ts';
import { inspectOutbox, readField, sendReport, takeOutbox } from './field.ts';
import {
  addCard,
  downloadFounding,
  joinFounding,
  readCard,
  readFounding,
  writeFounding,
} from './founding.ts';
import { takeIncidents } from './incidents.ts';
import { beginIntake, changeIntake, listIntakes, readIntake, removeIntake, sendIntake } from './intake.ts';
import { admitKeys, listKeys, voidKey } from './keys.ts';
import { listKinds } from './kinds.ts';
import { readNode, setUpNode } from './node.ts';
import { changeSettings, listProgrammes, prepareProgramme, readProgramme } from './programmes.ts';
import { clearForPublication, readPublication } from './publication.ts';
import { readRedline } from './redline.ts';
import { changeOwn, readSession, signIn, signOut } from './session.ts';
import { endSitting, inspectSheet, readSitting, settleField, takeSheet } from './sitting.ts';
import {
  addComment,
  listColleagues,
  listReports,
  makeStatement,
  readSubject,
  removeComment,
  retractStatement,
} from './statements.ts';
import { addTask, changeTask, listTasks, removeTask } from './tasks.ts';
import { readBlock, readDraftSlice, readSlice, readTable } from './text-table.ts';
import {
  beginText,
  clearSubmission,
  confirmRecorded,
  draftFrom,
  listTexts,
  prepareAcceptance,
  prepareSubmission,
  readText,
  recordPosition,
  saveDrafts,
  sendSubmission,
  undoDrafts,
} from './texts.ts';
import { keepView, listViews } from './views.ts';

import { readWorkbook, recordWorkbook, sendWorkbook } from './workbook.ts';

/** Every route there is. The node serves exactly these; a test holds the two together. */
export const routes = [
  readNode,
  setUpNode,
  signIn,
  readSession,
  signOut,
  changeOwn,
  listAccounts,
  addAccount,
  changeAccount,
  readAudit,
  listKinds,
  listProgrammes,
  readProgramme,
  prepareProgramme,
  changeSettings,
  readBorderLines,
  setBorderLines,
  readCalendarFeed,
  makeCalendarFeed,
  removeCalendarFeed,
  exportCalendar,
  followCalendar,
  readCard,
  readFounding,
  addCard,
  writeFounding,
  downloadFounding,
  joinFounding,
  listKeys,
  admitKeys,
  voidKey,
  readDesk,
  markSeen,
  listTexts,
  beginText,
  readText,
  readTable,
  readSlice,
  readDraftSlice,
  readBlock,
  listViews,
  keepView,
  saveDrafts,
  undoDrafts,
  draftFrom,
  readSitting,
  settleField,
  endSitting,
  inspectSheet,
  takeSheet,
  prepareAcceptance,
  prepareSubmission,
  clearSubmission,
  sendSubmission,
  recordPosition,
  confirmRecorded,
  sendWorkbook,
  readWorkbook,
  recordWorkbook,
  readRedline,
  exportText,
  listActs,
  readAct,
  proposeAct,
  proposeActs,
  readPartyList,
  signAct,
  declineAct,
  rescindAct,
  certifyAct,
  listQuestions,
  readAnswer,
  readFacets,
  exportAnswer,
  exportSubject,
  search,
  readSubject,
  listReports,
  makeStatement,
  retractStatement,
  listIntakes,
  beginIntake,
  readIntake,
  changeIntake,
  sendIntake,
  removeIntake,
  readPublication,
  clearForPublication,
  listTasks,
  addTask,
  changeTask,
  removeTask,
  takeIncidents,
  addComment,
  listColleagues,
  removeComment,
  readField,
  sendReport,
  inspectOutbox,
  takeOutbox,
  addAttachment,
  readAttachment,
  readExchange,
  exchangeNow,
  setPeer,
  packPouch,
  inspectPouch,
  openPouch,
  followEvents,
  endLock,
] as const;
