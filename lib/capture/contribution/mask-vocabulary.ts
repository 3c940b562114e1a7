import { REGIONS } from "@/lib/capture/people/vocabulary";

/** The present and former providers of NPQs, and what people call them. */
export const PROVIDERS = [
  "Ambition Institute",
  "Ambition",
  "Best Practice Network",
  "BPN",
  "Church of England",
  "LLSE",
  "National Institute of Teaching",
  "NIoT",
  "School-Led Network",
  "Teach First",
  "UCL Institute of Education",
  "UCL",
  "Education Development Trust",
  "EDT",
  "Harris Federation",
  "Teacher Development Trust",
  "TDT",
] as const;

/** Regions, counties and larger towns of England whose names mean nothing else. */
export const PLACES = [
  ...REGIONS,
  ..."Bedfordshire Berkshire Buckinghamshire Cambridgeshire Cheshire Cornwall Cumbria Derbyshire Devon Dorset".split(
    " ",
  ),
  ..."Durham Essex Gloucestershire Hampshire Herefordshire Hertfordshire Kent Lancashire Leicestershire".split(
    " ",
  ),
  ..."Lincolnshire Merseyside Norfolk Northamptonshire Northumberland Nottinghamshire Oxfordshire Rutland".split(
    " ",
  ),
  ..."Shropshire Somerset Staffordshire Suffolk Surrey Sussex Tyneside Warwickshire Wiltshire".split(" "),
  ..."Worcestershire Yorkshire Barnsley Birmingham Blackburn Blackpool Bolton Bournemouth Bradford".split(
    " ",
  ),
  ..."Brighton Bristol Burnley Cambridge Canterbury Carlisle Chelmsford Chester Colchester Coventry Crawley".split(
    " ",
  ),
  ..."Croydon Darlington Derby Doncaster Dudley Exeter Gateshead Gloucester Grimsby Halifax Harrogate".split(
    " ",
  ),
  ..."Hartlepool Hastings Hereford Huddersfield Hull Ipswich Kirklees Lancaster Leeds Leicester Lincoln".split(
    " ",
  ),
  ..."Liverpool Luton Maidstone Manchester Middlesbrough Newcastle Northampton Norwich Nottingham".split(" "),
  ..."Oldham Oxford Peterborough Plymouth Portsmouth Preston Rochdale Rotherham Salford Salisbury Scarborough".split(
    " ",
  ),
  ..."Sheffield Shrewsbury Slough Southampton Southend Stafford Stevenage Stockport Sunderland Swindon Tameside".split(
    " ",
  ),
  ..."Taunton Telford Torbay Wakefield Walsall Warrington Watford Wigan Winchester Wolverhampton Worcester".split(
    " ",
  ),
  ..."Hackney Islington Lambeth Southwark Lewisham Greenwich Newham Haringey Enfield Barnet Brent Ealing".split(
    " ",
  ),
  "Tower Hamlets",
  "Milton Keynes",
  "Isle of Wight",
  "Stoke-on-Trent",
  "Greater Manchester",
  "Black Country",
] as const;

/** Towns whose name is an everyday word: a place only after "in", "from" and similar words. */
export const AMBIGUOUS_PLACES =
  "Reading Bath Sandwich Deal Rugby Battle Ware Wells Bury March Rye Crook Street Settle Barking Poole Stone Hove Sale Bow York".split(
    " ",
  );

/** First names and surnames that are everyday words: a name only with a capital inside a sentence. */
export const EVERYDAY =
  "will may mark grace rose hope faith joy art bill rich pat sue ray dean head young king page read good white brown green black long short bell wood field cook baker price day summer april june august dawn eve frank grant guy jack jay jean lee max miles nick pearl penny rob ruby sandy skip star tony trust van wade ward west wise power rule rich best small little strong sharp swift moody noble gentle bright dale hill lane park pool bridge church school college work love care".split(
    " ",
  );
