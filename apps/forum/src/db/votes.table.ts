export interface VotesTable {
  post_id: string;
  member_id: string;
  value: 1 | -1;
  cast_at: Date;
}

/** How many votes a member cast on a day; the daily limit acts on this row. */
export interface VoteDaysTable {
  member_id: string;
  day: string;
  votes_cast: number;
}
