import { Details } from "@/components/ui/details";

/** How saturation is worked out, and from where the method is. */
export function SaturationMethod() {
  return (
    <div className="mt-6">
      <Details summary="How is this worked out?">
        <div className="grid gap-3">
          <p>
            The first people who spoke are the base: we count the different themes that they raised. Then we
            look at runs of people after them, each run beginning one person later, and count the themes that
            nobody had raised before. Where a run adds no more than the chosen share of the base for the first
            time, we say after how many people that was.
          </p>
          <p>
            People stand in the order in which they first spoke, roundtable by roundtable. Because that order
            is an accident, we work it out again for shuffled orders of the same people, and give the middle
            and the range. Themes are those in use now, with the settled coding; DfE’s areas are left out.
          </p>
          <p>
            The method was made for interviews. People at one table hear one another, so they are less
            independent than people who are interviewed one by one.
          </p>
          <p>
            Guest, G., Namey, E. and Chen, M. (2020), A simple method to assess and report thematic saturation
            in qualitative research, PLoS ONE 15(5): e0232076.
          </p>
        </div>
      </Details>
    </div>
  );
}
