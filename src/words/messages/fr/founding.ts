import type { founding as en } from '../en/founding.ts';

export const founding = {
  'founding.title': 'Fonder un programme de coopération',
  'founding.intro':
    'Chaque partie établit sa carte. Les cartes sont réunies en un acte de fondation, chaque partie le signe, et le programme existe sur chaque nœud.',
  'founding.stepCard': 'Notre carte',
  'founding.stepCardHint': 'Code, noms, clés. Remettez le fichier au partenaire.',
  'founding.stepCollect': 'Cartes des partenaires',
  'founding.partiesAlike':
    'Les noms de {party} et de {other} se ressemblent. Comparez avec chacune l’empreinte de sa clé.',
  'founding.programmesAlike':
    'Ce nom ressemble à celui d’un autre programme de ce nœud. Distinguez-les par l’empreinte.',
  'founding.stepCompare': 'Comparer l’empreinte',
  'founding.stepCompareHint':
    'Lisez-vous chiffres et mots au téléphone. Ne signez que si tout est identique.',
  'founding.stepSign': 'Signer la fondation',
  'founding.code': 'Code de la partie',
  'founding.codeHint': '2 à 8 lettres de A à Z, comme VN ou LA',
  'founding.nameIn': 'Nom en {language}',
  'founding.downloadCard': 'Télécharger notre carte',
  'founding.addCard': 'Ajouter la carte d’un partenaire',
  'founding.programmeName': 'Nom du programme',
  'founding.authenticLanguages': 'Langues faisant foi, dans l’ordre',
  'founding.timeZone': 'Fuseau horaire',
  'founding.fingerprint': 'Empreinte de la fondation',
  'founding.fingerprintDigits': 'En chiffres',
  'founding.fingerprintWords': 'En mots',
  'founding.fingerprintSame': 'Le partenaire lit la même chose',
  'founding.sign': 'Signer avec notre clé racine',
  'founding.signatures': 'Signé par {signed} sur {total}',
  'founding.downloadFounding': 'Télécharger la fondation avec les signatures déjà données',
  'founding.addFounding': 'Ajouter la fondation renvoyée par le partenaire',
  'founding.open': 'Ouvrir le programme sur ce nœud',
  'founding.opened': 'Le programme existe. Il a le même nom et la même empreinte chez chaque partie.',
  'founding.alone': 'Commencer seul',
  'founding.aloneHint':
    'Préparez le programme avant que le partenaire ait un nœud. Ce qu’il vous écrit est gardé comme votre consignation, jusqu’à ce qu’il se joigne et confirme.',
  'founding.rootWarning': 'La clé racine se garde sur une clé USB au coffre, pas sur cette machine.',
  'founding.setupTitle': 'Mettre ce nœud en service',
  'founding.setupCode': 'Code imprimé par le nœud à son démarrage',
  'founding.setupAdministrator': 'Premier administrateur',
} satisfies Record<keyof typeof en, string>;
