export type WatchLevel = 'watching' | 'normal' | 'muted';

export interface WatchLevelsTable {
  member_id: string;
  place: 'topic' | 'category';
  place_id: string;
  level: WatchLevel;
  rank: string;
  set_at: Date;
}
