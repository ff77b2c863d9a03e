/** Who says so, in the language of the answer. Proper names stay; offices, courts and roles are translated. */
import type { Language } from '../text/language.ts';

const SPANISH: Readonly<Record<string, string>> = {
  Activists: 'Activistas',
  'Administration officials': 'Funcionarios del gobierno',
  Advocates: 'Defensores de derechos',
  'Article 33(2)': 'Artículo 33(2)',
  'Baltimore Sun (Tribune) digital edition': 'Baltimore Sun (Tribune), edición digital',
  'CBP officials': 'Funcionarios de CBP',
  'Chief Judge Mary Murguia': 'Jueza presidenta Mary Murguia',
  'Chief Justice John Roberts': 'John Roberts, presidente de la Corte Suprema',
  'Committee chairman': 'Presidente del comité',
  'Complaint, No. 1:20-cv-10566': 'Demanda n.º 1:20-cv-10566',
  Critics: 'Críticos',
  'D.C. Circuit': 'Circuito de D.C.',
  'DHS Office of Inspector General': 'Oficina del Inspector General del DHS',
  'DHS Red Team': 'Equipo Rojo (Red Team) del DHS',
  'DHS Red Team draft': 'Borrador del Equipo Rojo (Red Team) del DHS',
  'DHS and EOIR': 'DHS y EOIR',
  'DHS assessment': 'Evaluación del DHS',
  'DHS court filing': 'Escrito judicial del DHS',
  'DHS memo': 'Memorando del DHS',
  'DHS official': 'Funcionario del DHS',
  'DHS spokesperson': 'Portavoz del DHS',
  'Doctors Without Borders': 'Médicos Sin Fronteras',
  'Doctors Without Borders (MSF)': 'Médicos Sin Fronteras (MSF)',
  'E.A.R.R. plaintiffs': 'Demandantes de E.A.R.R.',
  'Executive Office of the President (Federal Register)':
    'Oficina Ejecutiva del Presidente (Registro Federal)',
  'Executive Order 14165': 'Orden Ejecutiva 14165',
  Experts: 'Expertos',
  'Government of Mexico': 'Gobierno de México',
  'Government of Mexico (SEGOB and SRE)': 'Gobierno de México (SEGOB y SRE)',
  'House Committee on Homeland Security hearing':
    'Audiencia del Comité de Seguridad Nacional de la Cámara de Representantes',
  'Human Rights Watch, Stanford University and Willamette University':
    'Human Rights Watch, Universidad de Stanford y Universidad Willamette',
  'Human rights advocates': 'Defensores de derechos humanos',
  'ImmDef plaintiffs': 'Demandantes de ImmDef',
  'Immigrant advocates': 'Defensores de inmigrantes',
  'Immigrant rights advocates': 'Defensores de los derechos de los inmigrantes',
  'Judge Ferdinand Fernandez': 'Juez Ferdinand Fernandez',
  'Judge Ryan Nelson': 'Juez Ryan Nelson',
  'Justice Amy Coney Barrett': 'Magistrada Amy Coney Barrett',
  'Justice For Our Neighbors lawyers': 'Abogados de Justice For Our Neighbors',
  'Justice Samuel Alito': 'Magistrado Samuel Alito',
  'Justice Sonia Sotomayor': 'Magistrada Sonia Sotomayor',
  'Law Library of Congress (Global Legal Monitor)':
    'Biblioteca Jurídica del Congreso de Estados Unidos (Global Legal Monitor)',
  'Lincolne News, summarising Nebraska Examiner / States Newsroom':
    'Lincolne News, que resume a Nebraska Examiner / States Newsroom',
  'Maria Hernandez, MSF Mexico': 'Maria Hernandez, MSF México',
  'Mayorkas memorandum, companion document': 'Documento adjunto al memorando de Mayorkas',
  'Melvin, an asylum seeker': 'Melvin, solicitante de asilo',
  'Mexican official': 'Funcionario mexicano',
  'Mexican officials': 'Funcionarios mexicanos',
  "Mexico's Ministry of Foreign Affairs": 'Secretaría de Relaciones Exteriores de México',
  "Mexico's foreign minister": 'Canciller de México',
  "Mexico's migration authority": 'Autoridad migratoria de México',
  'Migrant advocates': 'Defensores de migrantes',
  "NPR's John Burnett": 'John Burnett, de NPR',
  'NewsBreak summary': 'Resumen de NewsBreak',
  'Newsnetdaily (NBC News / Reuters material)': 'Newsnetdaily (material de NBC News / Reuters)',
  'News report (outlet not shown; likely Washington Examiner)':
    'Nota de prensa (sin el medio; probablemente Washington Examiner)',
  'News report datelined San Diego (likely San Diego Union-Tribune)':
    'Nota de prensa fechada en San Diego (probablemente San Diego Union-Tribune)',
  'Office of the Attorney General of Texas': 'Fiscalía General de Texas',
  'Particle News digest': 'Resumen de Particle News',
  'Pastor Albert Rivera': 'Pastor Albert Rivera',
  Plaintiffs: 'Demandantes',
  "Plaintiffs' counsel (CGRS)": 'Abogados de los demandantes (CGRS)',
  'President Donald Trump, Executive Order 14165': 'Presidente Donald Trump, Orden Ejecutiva 14165',
  'Press reports': 'Notas de prensa',
  'RAICES plaintiffs': 'Demandantes de RAICES',
  'Real Time Policy (student policy site)': 'Real Time Policy (sitio estudiantil)',
  'Representative Brandon Gill': 'Representante Brandon Gill',
  'Republican lawmakers': 'Legisladores republicanos',
  'Reuters video': 'Reuters, video',
  'Rev. Pat Murphy, Casa del Migrante': 'Padre Pat Murphy, Casa del Migrante',
  'Sarah Welch, U.S. government counsel': 'Sarah Welch, abogada del gobierno de Estados Unidos',
  'Senator Rand Paul': 'Senador Rand Paul',
  'South China Morning Post (agencies)': 'South China Morning Post (agencias)',
  Specialists: 'Especialistas',
  'State of West Virginia': 'Estado de Virginia Occidental',
  'States of Texas and Missouri': 'Estados de Texas y Misuri',
  'States of Texas and Missouri (Supreme Court filing)':
    'Estados de Texas y Misuri (escrito ante la Corte Suprema)',
  'Strauss Center, University of Texas at Austin': 'Strauss Center, Universidad de Texas en Austin',
  'Supreme Court': 'Corte Suprema de Estados Unidos',
  'Supreme Court of Mexico': 'Suprema Corte de Justicia de la Nación (México)',
  'Supreme Court of the United States': 'Corte Suprema de Estados Unidos',
  'TNS report (likely San Diego Union-Tribune)':
    'Nota de TNS (probablemente San Diego Union-Tribune)',
  'TRAC data': 'Datos de TRAC',
  'TRAC, Syracuse University': 'TRAC, Universidad de Syracuse',
  'Texas and Missouri': 'Texas y Misuri',
  'The great-aunt': 'La tía abuela',
  'U.S. Conference of Catholic Bishops': 'Conferencia de Obispos Católicos de Estados Unidos',
  'U.S. Court of Appeals for the Fifth Circuit': 'Corte de Apelaciones del Quinto Circuito',
  'U.S. Court of Appeals for the Ninth Circuit': 'Corte de Apelaciones del Noveno Circuito',
  'U.S. Court of Appeals, Fifth Circuit': 'Corte de Apelaciones del Quinto Circuito',
  'U.S. Court of Appeals, Ninth Circuit': 'Corte de Apelaciones del Noveno Circuito',
  'U.S. Department of Health and Human Services':
    'Departamento de Salud y Servicios Humanos de Estados Unidos',
  'U.S. Department of Homeland Security': 'Departamento de Seguridad Nacional de Estados Unidos',
  'U.S. Department of Homeland Security (CBP, ICE and USCIS heads)':
    'Departamento de Seguridad Nacional de Estados Unidos (titulares de CBP, ICE y USCIS)',
  'U.S. Department of Justice': 'Departamento de Justicia de Estados Unidos',
  'U.S. Department of Justice, in the Northern District of Texas':
    'Departamento de Justicia de Estados Unidos, en el Distrito Norte de Texas',
  'U.S. Department of State': 'Departamento de Estado de Estados Unidos',
  'U.S. District Court for the District of Massachusetts':
    'Tribunal federal del Distrito de Massachusetts',
  'U.S. District Court for the Northern District of California':
    'Tribunal federal del Distrito Norte de California',
  'U.S. District Court for the Northern District of Texas':
    'Tribunal federal del Distrito Norte de Texas',
  'U.S. District Court for the Southern District of California':
    'Tribunal federal del Distrito Sur de California',
  'U.S. District Court, C.D. Cal.': 'Tribunal federal del Distrito Central de California',
  'U.S. District Court, N.D. Cal.': 'Tribunal federal del Distrito Norte de California',
  'U.S. District Court, N.D. Tex.': 'Tribunal federal del Distrito Norte de Texas',
  'U.S. District Court, S.D. Cal.': 'Tribunal federal del Distrito Sur de California',
  'U.S. government': 'Gobierno de Estados Unidos',
  'U.S. government counsel (Sarah Welch)': 'Abogada del gobierno de Estados Unidos (Sarah Welch)',
  'U.S. officials': 'Funcionarios de Estados Unidos',
  'U.S.-Mexico Joint Declaration': 'Declaración Conjunta de Estados Unidos y México',
  'UN News': 'Noticias ONU (UN News)',
  'UN agencies': 'Agencias de la ONU',
  UNHCR: 'ACNUR',
  'UNHCR (United Nations High Commissioner for Refugees)':
    'ACNUR (Alto Comisionado de las Naciones Unidas para los Refugiados)',
  'US border officials and researchers':
    'Funcionarios fronterizos de Estados Unidos e investigadores',
  'United Nations': 'Naciones Unidas',
  'United States Congress (Statutes at Large)': 'Congreso de Estados Unidos (Statutes at Large)',
  'Unnamed DHS official': 'Funcionario del DHS, sin nombre',
  'White House': 'Casa Blanca',
  'White House and DHS': 'Casa Blanca y DHS',
  'the Fifth Circuit': 'el Quinto Circuito',
  'the Volokh Conspiracy': 'The Volokh Conspiracy',
  'the article': 'el artículo',
  'the explainer': 'el texto explicativo',
  'the syllabus': 'el sumario de la sentencia',
};

/** Between the speaker and the one who reports it. */
const VIA = ', via ';

/** `attributedTo` of a passage in a language; names that need no translation come back as they are. */
export function speakerIn(language: Language, attributedTo: string): string {
  if (language === 'en') return attributedTo;
  return attributedTo
    .split(VIA)
    .map((name) => SPANISH[name] ?? name)
    .join(', según ');
}

const REPRODUCTION_NOTES: Readonly<Record<string, string>> = {
  'archived copy': 'copia archivada',
  'automatic transcript': 'transcripción automática',
  'case summary': 'resumen del caso',
  excerpt: 'extracto',
  extract: 'extracto',
  'feed summary': 'resumen de un canal de noticias',
  repost: 'copia',
  'syndication page': 'página de sindicación',
  'third-party copy': 'copia de terceros',
  'third-party copy of a memo released through CNN':
    'copia de terceros de un memorando que CNN dio a conocer',
};

/** `via` of a source in a language: the name stays, the note in parentheses is translated. */
export function reproductionIn(language: Language, via: string): string {
  if (language === 'en') return via;
  return via
    .replace(/\(([^()]+)\)$/, (whole, note) =>
      REPRODUCTION_NOTES[note] ? `(${REPRODUCTION_NOTES[note]})` : whole,
    )
    .replace(/ and other summaries of the report$/, ' y otros resúmenes del informe');
}
