/** The head of a table: the names of its columns, in their order. */
export const HeadRow = ({ columns }: { columns: Record<string, string> }) => (
  <thead>
    <tr>
      {Object.entries(columns).map(([key, name]) => (
        <th key={key} scope="col">
          {name}
        </th>
      ))}
    </tr>
  </thead>
);
