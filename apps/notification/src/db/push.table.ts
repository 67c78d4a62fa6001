export interface PushSubscriptionsTable {
  id: string;
  member_id: string;
  endpoint_index: string;
  wrapped_key: string;
  sealed: string;
  created_at: Date;
  last_sent_at: Date | null;
}

export interface VapidKeysTable {
  id: number;
  public_key: string;
  wrapped_key: string;
  private_sealed: string;
  created_at: Date;
}
