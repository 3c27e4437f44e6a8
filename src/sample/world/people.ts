import { at } from './random.ts';

interface Place {
  /** The edge through which people of this place connect. */
  readonly edge: string;
  readonly given: readonly string[];
  readonly family: readonly string[];
}

const place = (edge: string, given: string, family: string): Place => ({
  edge,
  given: given.split(' '),
  family: family.split(' '),
});

const places: readonly Place[] = [
  place('ashburn', 'Emily Marcus Grace Jordan Naomi Tyler', 'Carter Nguyen Brooks Ramirez Whitfield Osei'),
  place('dublin', 'Aoife Ciarán Niamh Oisín Siobhán Pádraig', 'Byrne Gallagher Nolan Doyle Kavanagh Walsh'),
  place(
    'frankfurt',
    'Jürgen Zoë Łukasz Anneliese Søren Élodie',
    'Müller Kowalczyk Jørgensen Lefèvre Weiß Öztürk',
  ),
  place(
    'sao_paulo',
    'João Beatriz Thiago Conceição Sebastián Íris',
    'Gonçalves Araújo Muñoz Peña Assunção Ferrão',
  ),
  place('singapore', 'Wei-Ling Priya Arjun Siti Minh Ananya', 'Tan Krishnan Nguyễn Rahman Subramaniam Lim'),
  place('tokyo', '花子 太郎 美咲 健 さくら 陽翔', '佐藤 鈴木 高橋 渡辺 伊藤 小林'),
  place('sydney', 'Lachlan Matilda Kiri Tāne Isla Hemi', 'Macpherson Tūhoe Ngata Whitlam Fraser Parata'),
  place('roaming', 'Chinwe Kwame Zanele Amara Thabo Wanjirũ', 'Okafor Mensah Dlamini Adébáyọ̀ Mokoena Kamau'),
  place(
    'umatilla',
    'Kaya Mateo Harper Xóchitl Wyatt Lupe',
    'Begay Castañeda Lindqvist Yazzie Sorensen Ibarra',
  ),
  place(
    'frankfurt',
    'Oksana Δημήτρης Юлия Čeněk Ágnes Ștefan',
    'Шевченко Παπαδόπουλος Dvořák Szabó Ionescu Kovaļova',
  ),
];

/** Identities that test a page or a tree: other scripts, length, markup, emoji. */
export const unusualIdentities: readonly string[] = [
  'محمد عبد الله العلي',
  '🦊 Robin Fox (she/her)',
  'Maximiliana Theodora Wilhelmina von Hohenstein-Rosenthal, Department of Paediatric Cardiology, St Brigid’s',
  '<b>Bobby</b> & "Tables"',
  '김민준',
  'user:48213|tenant:northwind',
];

const perForm = places.length * 36;

/** One of 1,080 people; the same number is always the same person. */
export function person(number: number): { identity: string; edge: string } {
  const home = at(places, number);
  const given = at(home.given, Math.floor(number / places.length));
  const family = at(home.family, Math.floor(number / (places.length * 6)));
  return { identity: formatIdentity(given, family, Math.floor(number / perForm) % 3), edge: home.edge };
}

/** The number of distinct people of `person`. */
export const population = perForm * 3;

function formatIdentity(given: string, family: string, form: number): string {
  if (form === 0) return `${given} ${family}`;
  const plain = `${given}.${family}`.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return form === 1 ? `${plain}@example.org` : plain.replace('.', '_');
}
