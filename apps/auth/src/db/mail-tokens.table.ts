export type MailPurpose = 'verify_email' | 'reset_password';

export interface MailTokensTable {
  token_hash: string;
  member_id: string;
  purpose: MailPurpose;
  expires_at: Date;
  used_at: Date | null;
}
