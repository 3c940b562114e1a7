import type { DemoPerson } from "./types";

/**
 * All people here are invented, and so are their schools, trusts and bodies, except those of the two hosts.
 */
export const people: DemoPerson[] = [
  { key: "college-host", name: "Philippa Garthwin", organisation: "Chartered College of Teaching" },
  { key: "dfe-host", name: "Anil Roxmoor", organisation: "Department for Education" },

  { key: "oakshott", name: "Maureen Oakshott", organisation: "Saltmere Bay Primary School" },
  { key: "adeyinka", name: "Tobi Adeyinka-Frost", organisation: "Thornacre Academy" },
  { key: "quillan", name: "Declan Quillan", organisation: "The Lanternworks Pupil Referral Unit" },
  { key: "marchbanks", name: "Verity Marchbanks", organisation: "Fenmarch Learning Trust" },
  { key: "sandhar", name: "Harpreet Sandhar-Lowe", organisation: "Copperfold Academy" },
  { key: "wexcombe", name: "Judith Wexcombe", organisation: "Dovelow Infant and Junior School" },
  { key: "penhallam", name: "Jory Penhallam", organisation: "Treskerrow Academy" },
  { key: "olusanya", name: "Folake Olusanya-Birch", organisation: "Ridgebeck Schools Trust" },
  { key: "hathersall", name: "Graham Hathersall", organisation: "Larkstone Meadow School" },
  { key: "chowdhury", name: "Nasreen Chowdhury-Vale", organisation: "Wickery Lane Primary Academy" },
  { key: "tolliver", name: "Bronwen Tolliver", organisation: "Sandquay and Westerhythe Federation" },
  { key: "amponsah", name: "Kwabena Amponsah-Ridd", organisation: "Irwellmount Academy" },
  { key: "brackwell", name: "Siobhan Brackwell", organisation: "Tansy Hill Primary Academy" },
  { key: "iyengar", name: "Lakshmi Iyengar-Stote", organisation: "Orchard Weald School" },
  { key: "fairhurst", name: "Leonard Fairhurst-Okoro", organisation: "Quarrender School" },
  { key: "macready", name: "Catriona Macready-Singh", organisation: "The Tollhouse Centre" },
  { key: "winstanleigh", name: "Poppy Winstanleigh", organisation: "Millgarth Primary School" },
  { key: "zielin", name: "Marek Zielin-Harbottle", organisation: "Staithesby Academy" },
  { key: "dunmoor", name: "Ottilie Dunmoor", organisation: "Cressfold Gate School" },
  { key: "bellinghurst", name: "Yusuf Bellinghurst", organisation: "Aldersedge Academy" },
  { key: "trescott", name: "Imogen Trescott-Nwosu", organisation: "Pebblewick Nursery School" },

  { key: "garsdale", name: "Rukhsana Garsdale", organisation: "Hebblecroft Academy" },
  { key: "thackwray", name: "Neville Thackwray", organisation: "Owlerby Primary School" },
  { key: "mcelvane", name: "Aoife McElvane", organisation: "Pendlebrook Academy" },
  { key: "crosslane", name: "Simeon Crosslane", organisation: "Three Dales Partnership Trust" },
  { key: "fitzwarrin", name: "Delroy Fitzwarrin", organisation: "Mossbury High Academy" },
  { key: "ogunwale", name: "Temperance Ogunwale-Platt", organisation: "Larches Gate School" },
  { key: "hepworthy", name: "Callum Hepworthy", organisation: "Ginnel Street Primary Academy" },
  { key: "rashidi", name: "Samira Rashidi-Thorne", organisation: "Wearmoor Sixth Form College" },
  { key: "lumsdale", name: "Barnaby Lumsdale", organisation: "Ainsholme School" },

  { key: "castellow", name: "Ffion Castellow", organisation: "Chalkpit Lane Primary Academy" },
  { key: "mubanga", name: "Grace Mubanga-Rowe", organisation: "Lantern Row Nursery School" },
  { key: "vennor", name: "Tamsyn Vennor", organisation: "Bickleworth Primary School" },
  { key: "sahotra", name: "Gurdev Sahotra-Lyle", organisation: "Soarside Learning Trust" },
  { key: "prendergrove", name: "Niamh Prendergrove", organisation: "Weirford Academy" },
  { key: "abernethie", name: "Hugo Abernethie", organisation: "Saint Orrin's College" },
  { key: "nguyen", name: "Linh Nguyen-Hartwell", organisation: "Broadmere Primary Academy" },
];
