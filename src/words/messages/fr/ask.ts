import type { ask as en } from '../en/ask.ts';

export const ask = {
  'cli.ask': 'Interroger le registre : engagements, échéances, titulaires des fonctions, etc.',
  'cli.import': 'Reprendre d’un fichier une chronologie ou une liste d’accords, comme nos déclarations',
  'cli.askState': 'Seulement de cet état ; chaque question a les siens',
  'cli.askBy': 'Seulement de cette partie',
  'cli.askDays': 'À combien de jours',
  'cli.askSide': 'La partie à laquelle appartient la fonction ; pour la fiche, la nôtre',
  'cli.askPost': 'Une fonction, dans toute langue ou graphie',
  'cli.askOn': 'Un jour, un mois ou une année',
  'cli.askFor': 'Ce sur quoi porte la question : mécanisme, plan, événement, nom, rôle',
  'cli.askForce':
    'Seulement de cette portée : agreed, pledged, planned, target, instructed, requested, recommended, proposed, offered',
  'cli.askArea': 'Seulement de ce domaine, par exemple border ou training',
  'cli.askDay': 'Le jour où la question est posée ; à défaut, aujourd’hui dans le fuseau du programme',
  'cli.askOut': 'Écrire la réponse dans ce fichier : .docx, .pdf, .xlsx, .csv ou .html à imprimer',
  'cli.askUnknown': 'La question {question} n’existe pas. Il y a : {questions}.',
  'cli.askOption':
    'La question {question} n’accepte pas {option} ainsi. Elle accepte : {options}. Codes : {codes}.',
  'cli.askDayForm': 'Un jour s’écrit 2026-11-21.',
  'cli.askWritten': '{count, plural, one {# réponse écrite} other {# réponses écrites}} dans {file}.',
  'cli.askCount': '{count, plural, one {# réponse.} other {# réponses.}}',
  'cli.importAs': 'Ce qu’est le fichier : record, agreements ou incidents',
  'cli.importMap': 'Quelle colonne est quel champ, et comment les dates sont écrites, en JSON',
  'cli.importDryRun': 'Dire seulement ce qui serait fait',
  'cli.importSoundOnly': 'Reprendre toutes les rangées correctes ; sans cela, une seule fautive arrête tout',
  'cli.importAsForm': '--as prend record, agreements ou incidents.',
  'cli.importRefused': 'Le fichier ne peut être lu : {reason}. Rien n’a été écrit.',
  'cli.importRows':
    '{rows, plural, one {# rangée lue} other {# rangées lues}}, {taken} à reprendre, {faults} fautives, {known} déjà là.',
  'cli.importFault': 'rangée {row}, colonne {column} : {reason} « {value} »',
  'cli.importMore': '… et {count} autres ; --json les nomme toutes.',
  'cli.importNothing':
    'Rien n’a été écrit. Corriger les rangées nommées, ou reprendre les correctes avec --sound-only.',
  'cli.importDry': 'Rien n’a été écrit : c’était un essai.',
  'cli.importDone':
    '{count, plural, one {# déclaration écrite} other {# déclarations écrites}}, jusqu’à l’entrée {seq} de notre flux. Elles partent au prochain échange.',
} as const satisfies Record<keyof typeof en, string>;
