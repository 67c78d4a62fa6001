import { Module } from '@nestjs/common';
import { Upkeep } from '@unityplan/service-kit';
import { AccountsController } from './accounts/accounts.controller.ts';
import { AccountsHandlers } from './accounts/accounts.handlers.ts';
import { AccountsRepository } from './accounts/accounts.repository.ts';
import { AccountsService } from './accounts/accounts.service.ts';
import { AccountsViews } from './accounts/accounts.views.ts';
import { Addresses } from './accounts/addresses.service.ts';
import { MailRequests } from './accounts/mail-requests.service.ts';
import { RegistrationGate, RegistrationRecords, RegistrationService } from './accounts/registration.service.ts';
import { VerificationService } from './accounts/verification.service.ts';
import { Housekeeping } from './housekeeping.service.ts';
import { KeysController } from './keys/keys.controller.ts';
import { KeysRepository } from './keys/keys.repository.ts';
import { KeysViews } from './keys/keys.views.ts';
import { SigningKeys } from './keys/signing-keys.service.ts';
import { LimitsRepository } from './limits/limits.repository.ts';
import { LimitsService } from './limits/limits.service.ts';
import { MailTokensHandlers } from './mail-tokens/mail-tokens.handlers.ts';
import { MailTokensRepository } from './mail-tokens/mail-tokens.repository.ts';
import { MailTokensService } from './mail-tokens/mail-tokens.service.ts';
import { PasswordHasher } from './passwords/password-hasher.service.ts';
import { ResetsController } from './resets/resets.controller.ts';
import { PasswordsService } from './passwords/passwords.service.ts';
import { ResetRequestsService } from './resets/reset-requests.service.ts';
import { PasswordChange, ResetsService } from './resets/resets.service.ts';
import { RefreshRotation, RefreshService } from './sessions/refresh.service.ts';
import { RefreshTokens } from './sessions/refresh-tokens.ts';
import { SessionAnswers } from './sessions/session-answers.ts';
import { SessionEndings } from './sessions/session-endings.service.ts';
import { SessionOpenings, SessionRecords } from './sessions/session-openings.service.ts';
import { SessionsController } from './sessions/sessions.controller.ts';
import { SessionsHandlers } from './sessions/sessions.handlers.ts';
import { SessionsRepository } from './sessions/sessions.repository.ts';
import { SessionsService } from './sessions/sessions.service.ts';
import { SessionsViews } from './sessions/sessions.views.ts';
import { Credential, SignInService } from './sessions/sign-in.service.ts';

const accounts = [AccountsRepository, AccountsService, AccountsViews, Addresses, MailRequests, RegistrationGate, RegistrationRecords, RegistrationService, VerificationService];
const passwords = [PasswordHasher, PasswordsService, ResetRequestsService, ResetsService, PasswordChange];
const sessions = [
  Credential, SignInService, SessionOpenings, SessionRecords, SessionAnswers, SessionEndings, SessionsRepository, SessionsService, SessionsViews,
  RefreshTokens, RefreshRotation, RefreshService,
];
const keys = [KeysRepository, KeysViews, SigningKeys];
const shared = [LimitsRepository, LimitsService, MailTokensRepository, MailTokensService, Housekeeping, Upkeep];

@Module({
  controllers: [AccountsController, AccountsHandlers, ResetsController, MailTokensHandlers, SessionsController, SessionsHandlers, KeysController],
  providers: [...accounts, ...passwords, ...sessions, ...keys, ...shared],
})
export class AuthModule {}
