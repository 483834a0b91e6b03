/** The tables as the migrations define them. */
export interface Tables {
  schema_migration: { number: number; name: string; applied_at: Date };
}
