type Props = {
  groups: readonly {
    heading: string;
    hint: string;
    files: readonly { label: string; href: string }[];
  }[];
};

/** The files of a version, in groups that say what each is for. */
export function VersionDownloads({ groups }: Props) {
  return (
    <section aria-labelledby="files" className="mt-12 border-t border-line pt-6">
      <h2 id="files">Download this version</h2>
      <dl className="mt-3 grid gap-x-10 gap-y-5 sm:grid-cols-2">
        {groups.map(({ heading, hint, files }) => (
          <div key={heading}>
            <dt className="font-semibold">{heading}</dt>
            <dd>
              <p className="text-meta text-soft">{hint}</p>
              <ul className="mt-1 flex flex-wrap gap-x-5">
                {files.map(({ label, href }) => (
                  <li key={href}>
                    <a href={href} className="inline-block py-1.5" aria-label={`${label}, ${heading}`}>
                      {label}
                    </a>
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
