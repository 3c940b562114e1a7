import { SECTION_WORDS, SECTIONS, type Section } from "./block";
import { framing, type DraftBlock } from "./draft-block";
import { contextBlocks, methodBlocks } from "./draft-frame";
import type { DraftFinding, DraftSource, DraftTheme } from "./draft-source";
import { createNarrator, type Narrator } from "./narrator";
import { sentence, upperFirst, withoutStop } from "./wording";

/** How many findings make a paragraph; further ones begin another. */
const PARAGRAPH = 3;

/**
 * A first draft in the shape of a published summary. Every sentence that reports what was said is a claim.
 * Themes are ordered by how many people spoke about them; asks follow the order of the codebook and are not
 * ranked.
 */
export function composeDraft(source: DraftSource): DraftBlock[] {
  const narrator = createNarrator(source);
  const most = (part: keyof DraftTheme["people"]) =>
    [...source.themes].sort((a, b) => b.people[part] - a.people[part]);
  const body: Record<Section, DraftBlock[]> = {
    context: contextBlocks(source),
    strengths: strengths(source, most("strengths"), narrator),
    improvements: improvements(source, most("improvements"), narrator),
    asks: asks(source, narrator),
    final: [{ section: "final", type: "paragraph", sentences: [] }],
    method: methodBlocks(source),
  };
  return SECTIONS.flatMap((section) =>
    body[section].length === 0 ? [] : [heading(section), ...body[section]],
  );
}

function heading(section: Section): DraftBlock {
  return { section, type: "heading", sentences: [framing(SECTION_WORDS[section])] };
}

function byPeople(findings: readonly DraftFinding[]): DraftFinding[] {
  return [...findings].sort((a, b) => b.supports.people - a.supports.people);
}

function ofTheme(source: DraftSource, theme: DraftTheme, stances: readonly DraftFinding["stance"][]) {
  return byPeople(
    source.findings.filter(({ themeId, stance }) => themeId === theme.id && stances.includes(stance)),
  );
}

function paragraphs(section: Section, findings: readonly DraftFinding[], narrator: Narrator): DraftBlock[] {
  const blocks: DraftBlock[] = [];
  for (let start = 0; start < findings.length; start += PARAGRAPH) {
    const sentences = narrator.paragraph(findings.slice(start, start + PARAGRAPH));
    blocks.push({ section, type: "paragraph", sentences });
  }
  return blocks;
}

function strengths(source: DraftSource, themes: readonly DraftTheme[], narrator: Narrator): DraftBlock[] {
  return themes.flatMap((theme) => paragraphs("strengths", ofTheme(source, theme, ["strength"]), narrator));
}

function improvements(source: DraftSource, themes: readonly DraftTheme[], narrator: Narrator): DraftBlock[] {
  const blocks: DraftBlock[] = [];
  const elsewhere: DraftFinding[] = [];
  for (const theme of themes) {
    const wanting = ofTheme(source, theme, ["improvement"]);
    const observed = ofTheme(source, theme, ["observation"]);
    if (wanting.length === 0) {
      elsewhere.push(...observed);
      continue;
    }
    blocks.push({ section: "improvements", type: "subheading", sentences: [framing(theme.title)] });
    blocks.push(...paragraphs("improvements", [...wanting, ...observed], narrator));
  }
  if (elsewhere.length > 0) {
    blocks.push({ section: "improvements", type: "subheading", sentences: [framing("Other points")] });
    blocks.push(...paragraphs("improvements", elsewhere, narrator));
  }
  return blocks;
}

const UNRANKED = "These are in no order of importance: nobody was asked to rank them.";

function asks(source: DraftSource, narrator: Narrator): DraftBlock[] {
  const items = source.themes.flatMap((theme) =>
    ofTheme(source, theme, ["ask"]).map((finding): DraftBlock => {
      const { id, supports, contradicts } = finding;
      const claim = {
        findingId: id,
        supports: supports.contributionIds,
        contradicts: contradicts.contributionIds,
      };
      const text = sentence(`${upperFirst(withoutStop(finding.text))} (${narrator.byWhom(supports)})`);
      const rest = [...narrator.hands(finding.hands), ...narrator.dissent(finding)];
      return { section: "asks", type: "list_item", sentences: [{ text, voice: "claim", claim }, ...rest] };
    }),
  );
  if (items.length === 0) return [];
  return [{ section: "asks", type: "paragraph", sentences: [framing(UNRANKED)] }, ...items];
}
