// Generated from libs/contracts by tools/generate. Do not edit: `npm run generate`.
export interface paths {
    "/access-checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whether a rule opens to the caller here, and if not, what is missing and how to get it. */
        post: operations["checkOwnAccess"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/attempts/{attemptId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An own attempt: questions and answers so far; after handing in also the result. */
        get: operations["getAttempt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/attempts/{attemptId}/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Keeps answers while someone is at it; those not named stay. For each question the answer with the highest `seq` wins, so a save that was lost, repeated or overtaken does no harm. The answer tells what is kept. */
        put: operations["saveAnswers"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/attempts/{attemptId}/submission": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hands in: keeps the last answers sent along, marks everything, once. Handing in again answers the same result. */
        post: operations["submitAttempt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit/checkpoint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The newest signed checkpoint of this territory's audit trail, for witnesses. */
        get: operations["getAuditCheckpoint"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the audit trail holds of the moderation of a topic (`aggregate`), newest first, each entry with the proof that the signed checkpoint covers it. A decision is covered some seconds after it was made. */
        get: operations["listAuditEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/jwks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The territory's public signing keys (RFC 7517); also at /.well-known/jwks.json. */
        get: operations["jwks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/password-reset-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mails a link to choose a new password. The answer is the same whether or not the address is known. */
        post: operations["requestPasswordReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/password-resets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sets a new password with the token of a mailed link and ends every session. */
        post: operations["resetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/registrations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Registers a person with this territory as home. The answer is the same whether or not the address is known. */
        post: operations["register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The member's open sessions, newest first (50 at most). */
        get: operations["listSessions"];
        put?: never;
        /** Signs in and opens a session. */
        post: operations["signIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/sessions/{sessionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Ends one session of the member. */
        delete: operations["revokeSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/sessions/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Ends the current session and clears its cookies; harmless when there is none. */
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/sessions/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Rotates the refresh token (from the cookie, or the body of a native client) and gives a new access token. */
        post: operations["refreshSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/verification-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends a new verification link when the address has an unverified account. */
        post: operations["requestVerification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/verifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Verifies an address with the token of a mailed link. */
        post: operations["verifyEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/authored-courses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Courses the caller may edit, last saved first: the own ones, for teachers and managers all. */
        get: operations["listAuthoredCourses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/awards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The own badges, newest first, also expired and revoked ones with their reasons. */
        get: operations["listOwnAwards"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/awards/{awardId}/revocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a badge back, with the reason its holder reads. Twice is the same as once. */
        post: operations["revokeAward"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/badges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Badges that can be earned or given here, by name; managers also see drafts and archived ones. */
        get: operations["listBadges"];
        put?: never;
        /** Makes a badge of this territory. */
        post: operations["defineBadge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/badges/{badge}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A badge with its criteria, how long it is valid, and how the caller can get it. */
        get: operations["getBadge"];
        /** A new version of a badge of this territory; awards keep the version they were made under. */
        put: operations["changeBadge"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/badges/{badge}/awards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everyone who was awarded a badge, newest first. */
        get: operations["listHolders"];
        put?: never;
        /** Awards a badge by hand, with the reason its holder reads. Awarding what is held renews it. */
        post: operations["createAward"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The territory's categories in their own order (100 at most), with what the caller may do in each and what is missing where not. */
        get: operations["listCategories"];
        put?: never;
        /** Makes a category, after all others. */
        post: operations["createCategory"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/categories/{categoryId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Changes texts and gates; `revision` is the one that was read. Gates count from the next call on, everywhere within a second. */
        put: operations["changeCategory"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/categories/{categoryId}/reading": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** All there is in the category now counts as read. */
        put: operations["markCategoryRead"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/category-order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Puts the categories in this order; every one must be named once. */
        put: operations["orderCategories"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/courses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Published courses, newest first. Members also learn whether they may begin, and if not, what is missing and how to get it. */
        get: operations["listCourses"];
        put?: never;
        /** Begins a course with a draft. Nobody but its author and teachers sees it until it is published. */
        post: operations["createCourse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/courses/{course}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The page of a course, by its address or its id. */
        get: operations["getCourse"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/courses/{courseId}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Takes a course out of the catalogue: no new learners, and who is in it can finish. For its author and managers. */
        put: operations["archiveCourse"];
        post?: never;
        /** Opens an archived course again, while its badge can be had by it. */
        delete: operations["unarchiveCourse"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/courses/{courseId}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The draft, with its answer keys. */
        get: operations["getDraft"];
        /** Saves the draft as a whole; `revision` is the one it was made from. A draft that is newer by then is told, with who saved it and when, and stays; ask for it with `getDraft`. */
        put: operations["saveDraft"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/courses/{courseId}/draft/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything that is in the way of publishing the draft, and what publishing it would change. */
        get: operations["checkDraft"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/courses/{courseId}/draft/lessons/{lessonId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A lesson of the draft as learners will see it. */
        get: operations["previewLesson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/courses/{courseId}/draft/restoration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes an earlier save or any published version the draft again, as a new revision: nothing is overwritten. */
        post: operations["restoreDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/courses/{courseId}/draft/revisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The last 50 saves, newest first. */
        get: operations["listDraftRevisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/courses/{courseId}/draft/revisions/{revision}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The draft as it was. */
        get: operations["getDraftRevision"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/courses/{courseId}/enrolment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Begins a course in its newest version, or goes on where it was left, with everything that was done before. Twice is the same as once. */
        put: operations["enrol"];
        post?: never;
        /** Leaves a course. Progress, answers and completions stay. */
        delete: operations["leaveCourse"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/courses/{courseId}/enrolment/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Goes on in the newest version, or back to one the learner was in. What is the same in both is still done; nothing is lost. */
        post: operations["moveToVersion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/courses/{courseId}/enrolment/renewal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a completed course again, in its newest version and from the start, to renew its badge. Earlier runs stay as they are. A renewal already begun goes on. */
        post: operations["renewCourse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/courses/{courseId}/lessons/{lessonId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A lesson of the version the caller is in; a lesson marked as preview for anyone. */
        get: operations["getLesson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/courses/{courseId}/lessons/{lessonId}/done": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Marks a lesson as done. The last one may complete the course. A lesson that is nothing but a required quiz is done when that is passed. Twice is the same as once. */
        put: operations["finishLesson"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/courses/{courseId}/position": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Notes where the learner is, to go on from there; the lesson counts as looked at. */
        put: operations["savePosition"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/courses/{courseId}/quizzes/{quizId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A quiz and the own attempts at it, without its questions. */
        get: operations["getQuiz"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/courses/{courseId}/quizzes/{quizId}/attempts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begins an attempt, or answers the one that is open. The server chooses the order of questions and choices. */
        post: operations["startAttempt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/courses/{courseId}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All versions, newest first. */
        get: operations["listVersions"];
        put?: never;
        /** Publishes the draft as a version that never changes. Content that was published before answers that version. */
        post: operations["publishCourse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/courses/{courseId}/versions/{versionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A version with its whole document and answer keys, for its author. */
        get: operations["getVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/courses/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a whole course as a document and publishes it: a new one, or a new version of the own course at this address. The same document again changes nothing; one that cannot be published yet stays as the draft. Pictures must be own files. */
        post: operations["importCourse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Texts the member has begun, newest first. Those where the member may not read at present are left out. */
        get: operations["listPostDrafts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/drafts/{place}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The text begun at a place. */
        get: operations["getPostDraft"];
        /** Saves a text while it is written. `revision` is the one this text came of (0: none); when another device has saved since, the answer is draft_changed_elsewhere with that draft in `params.draft`. Posting deletes the draft. */
        put: operations["savePostDraft"];
        post?: never;
        /** Throws a draft away. Harmless when there is none. */
        delete: operations["deletePostDraft"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enrolments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The courses of the caller, the one opened last first. */
        get: operations["listEnrolments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/feeds/categories/{categoryId}/topics.atom": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The 30 topics of a category with the latest activity, as Atom; not_signed_in, whoever asks, when guests may not read it. */
        get: operations["getCategoryFeed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/feeds/topics.atom": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The 30 topics with the latest activity that everyone may read, as Atom (RFC 4287). The same for everybody, signed in or not. */
        get: operations["getTerritoryFeed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Own files that are ready, newest first. */
        get: operations["listFiles"];
        put?: never;
        /** Announces a file: its purpose, name and length. Then send its bytes in chunks, and complete it within a day. */
        post: operations["startUpload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/files/{fileId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An own file. */
        get: operations["getFile"];
        put?: never;
        post?: never;
        /** Erases an own file, complete or not: its key is destroyed and its content removed. Whatever shows it loses it. */
        delete: operations["deleteFile"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/files/{fileId}/chunks/{offset}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** The bytes from `offset` on, at most 1 MiB. A chunk is kept whole or not at all; one that is here already, in part or in full, changes nothing. The answer says where to go on. */
        put: operations["sendChunk"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/files/{fileId}/completion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** All bytes are here: checks the picture, makes its sizes without any metadata, stores them. Calling it again gives the same file. */
        post: operations["completeUpload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/files/{fileId}/upload": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far an own upload is: where to go on after a break. */
        get: operations["getUpload"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/flags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the member flagged, newest first, with the outcomes. */
        get: operations["listOwnFlags"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{memberId}/badges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The badges someone shows, newest first. */
        get: operations["listMemberBadges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/moderation/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The queue of the categories that the caller moderates: open and claimed cases oldest first, decided ones newest first. Cases about own posts are left out. */
        get: operations["listCases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/moderation/cases/{caseId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One case of the queue. */
        get: operations["getCase"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/moderation/cases/{caseId}/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a case for 15 minutes, so that no two moderators work on the same; again for 15 more. */
        post: operations["claimCase"];
        /** Gives a case back to the queue. Harmless when it is not taken. */
        delete: operations["releaseCase"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/moderation/cases/{caseId}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decides a case that the caller has taken. Flags: `dismiss` or `hide`. Appeals: `grant` (the post is shown again) or `uphold`. Reasons are public. */
        post: operations["decideCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/moderation/decisions/{decisionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One decision; the author of the post sees it whatever the category asks for. */
        get: operations["getDecision"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/moderation/decisions/{decisionId}/appeal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The author of a hidden post asks another moderator to look again: once a decision, within 14 days. */
        post: operations["createAppeal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/moderation/log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What moderators did, newest first, in the categories that the caller may read. Dismissed flags are left out: nobody stands in the log for having been flagged. */
        get: operations["listModerationLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notification-marks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Marks the named notifications, those of a topic up to a post, or all. Twice is the same as once. */
        post: operations["markNotifications"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notification-marks/{markId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Takes a `read` or `done` back: exactly what it changed and nobody changed since. */
        delete: operations["undoNotificationMark"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notification-preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the member is told, and how. */
        get: operations["getNotificationPreferences"];
        /** Sets what the member is told, and how. Takes effect for what waits, too. */
        put: operations["setNotificationPreferences"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The member's notifications, newest first. Read now under the member's rights: what was deleted, hidden or closed to the member is left out. */
        get: operations["listNotifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notifications/{notificationId}/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Turns off exactly the rule that let a notification through for a reason: the watched topic or category becomes normal, or the reason is no longer shown in the list. `on` takes it back. */
        post: operations["changeNotificationRule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notifications/unread": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many notifications are unread, and unseen. */
        get: operations["countUnreadNotifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/posts/{postId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One post. */
        get: operations["getPost"];
        put?: never;
        post?: never;
        /** Deletes an own post; a marker stays in its place. No gate stands before taking back own words. */
        delete: operations["deletePost"];
        options?: never;
        head?: never;
        /** Changes the text of an own post; `revision` is the one that was read. Asks for what writing it asked for. */
        patch: operations["editPost"];
        trace?: never;
    };
    "/posts/{postId}/flags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tells moderators that a post breaks a rule. Its author never learns who did. Flagging again while the first is open is the same flag. */
        post: operations["flagPost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/posts/{postId}/hiding": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A moderator hides a post at once, with the rule and the reason that everybody sees. Decides an open case of the post as well. */
        post: operations["hidePost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/posts/{postId}/restoring": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A moderator shows a hidden post again, with the reason. While an appeal is open, that decides. */
        post: operations["restorePost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/posts/{postId}/revisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The texts a post has had, newest first. Those of a hidden post are for its author and moderators. */
        get: operations["listRevisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/posts/{postId}/vote": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Votes on someone's post, changes the vote, or takes it back (null). One vote a member and post, however often it is sent. */
        put: operations["setVote"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/previews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How a text will look once posted; stores nothing. */
        post: operations["previewMarkdown"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/push/key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The public VAPID key (RFC 8292) of the territory: `applicationServerKey` for `pushManager.subscribe`, base64url. */
        get: operations["getPushKey"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/push/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The member's devices that get push messages, newest first (20 at most). */
        get: operations["listPushDevices"];
        put?: never;
        /** Begins push messages to this browser. Twice is the same as once; a browser that someone else used before now belongs to the caller. The oldest of more than 20 devices is dropped. */
        post: operations["subscribePush"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/push/subscriptions/{subscriptionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Ends push messages to a device. Twice is the same as once. */
        delete: operations["removePushDevice"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/push/subscriptions/{subscriptionId}/tests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends a push message to a device, to see whether it arrives. */
        post: operations["testPush"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/push/unsubscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends push messages to this very browser, when signing out of it. Twice is the same as once. */
        post: operations["unsubscribePush"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/realtime/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A single-use ticket (30 s) to open the live connection at /ws: as the signed-in member, or as a guest who may follow public streams. */
        post: operations["createTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sanctions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What moderators decided about the caller's own posts and topics, newest first, and whether it can be appealed. */
        get: operations["listOwnSanctions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/territories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Countries, First Nations and communities side by side, by name; filter by kind, parent or a part of the name. */
        get: operations["listTerritories"];
        put?: never;
        /** Orders a new community below the territory of the host, or below one that lies under it. Asking for the same again gives the same order. */
        post: operations["requestTerritory"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/territories/{territoryId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One territory with its place in the tree. */
        get: operations["getTerritory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes names and settings, for managers of the territory or of one above it within its sovereign. What is left out stays; null takes a choice back. */
        patch: operations["changeTerritory"];
        trace?: never;
    };
    "/territories/{territoryId}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Suspends, resumes or archives a community, for managers of a territory above it. Countries and First Nations are for the operator. What is archived stays closed. */
        put: operations["setTerritoryStatus"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/territory": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The territory of the host that was called. */
        get: operations["getCurrentTerritory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/territory-orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Communities that were ordered below the territory of the host, newest first. */
        get: operations["listTerritoryOrders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/territory-orders/{orderId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far an order below the territory of the host has come. */
        get: operations["getTerritoryOrder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/topics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Topics by latest activity, of one category or of all that the caller may read. `pinned` are those that stand first in the category (first page only); `items` has them at their place too. */
        get: operations["listTopics"];
        put?: never;
        /** Opens a topic with its first post. */
        post: operations["createTopic"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/topics/{topicId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A topic without its posts. */
        get: operations["getTopic"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Moderators pin (also until a time), unpin, close, open or move a topic: one of these a time. Its address stays the same wherever it goes; moving asks for the right to moderate both categories. */
        patch: operations["changeTopic"];
        trace?: never;
    };
    "/topics/{topicId}/posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Posts of a topic in order, in pages both ways. `from` opens the page that starts at that post number. */
        get: operations["listPosts"];
        put?: never;
        /** Replies in a topic, to the topic or to one of its posts. */
        post: operations["createPost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/topics/{topicId}/reading": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Tells that the member has seen posts up to this number, on any device. It only ever goes up. */
        put: operations["setReadState"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/unsubscribes/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What an unsubscribe link would end; changes nothing. */
        get: operations["describeUnsubscribe"];
        put?: never;
        /** One-click unsubscribe (RFC 8058): ends mail of that reason, or digests; no sign-in, no cookie. */
        post: operations["unsubscribe"];
        /** Takes an unsubscribe back. */
        delete: operations["resubscribe"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/by-handle/{handle}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A member as others of the territory see them. */
        get: operations["getProfile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The signed-in member's own profile. */
        get: operations["getOwnProfile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes the named fields of the own profile. */
        patch: operations["updateOwnProfile"];
        trace?: never;
    };
    "/users/suggestions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Members whose handle starts like this (8 at most), for mentions. */
        get: operations["suggestPeople"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/watch-levels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Topics and categories for which the member chose a level, newest first. */
        get: operations["listWatchLevels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/watch-levels/categories/{categoryId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the member follows a category. */
        get: operations["getCategoryWatch"];
        /** Chooses how to follow all topics of a category. */
        put: operations["setCategoryWatch"];
        post?: never;
        /** Follows a category as everyone does who chose nothing. */
        delete: operations["clearCategoryWatch"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/watch-levels/topics/{topicId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the member follows a topic. */
        get: operations["getTopicWatch"];
        /** Chooses how to follow a topic. */
        put: operations["setTopicWatch"];
        post?: never;
        /** Follows a topic as its category is followed. Twice is the same as once. */
        delete: operations["clearTopicWatch"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        __schema0: {
            of: components["schemas"]["__schema1"];
            /** @constant */
            rule: "all";
        };
        __schema1: ({
            /** @constant */
            rule: "everyone";
        } | {
            /** @constant */
            rule: "member";
        } | {
            badge: string;
            evenExpired?: boolean;
            from?: ("above" | "sovereign") | string;
            level?: number;
            /** @constant */
            rule: "badge";
        } | components["schemas"]["__schema0"] | {
            of: components["schemas"]["__schema1"];
            /** @constant */
            rule: "any";
        } | {
            count: number;
            of: components["schemas"]["__schema1"];
            /** @constant */
            rule: "atLeast";
        })[];
        AccessVerdict: {
            allowed: boolean;
            lacking: components["schemas"]["Lacking"][];
            /**
             * @description How many of `lacking` would open the door
             * @enum {string}
             */
            needs: "all" | "one" | "some";
            until: string | null;
        };
        /** @enum {string} */
        AppealState: "none" | "open" | "upheld" | "granted";
        AuditEntry: {
            aggregate: string;
            aggregateSeq: number;
            /** Format: uuid */
            eventId: string;
            /** Format: date-time */
            happenedAt: string;
            hash: string;
            /** @description RFC 9162 inclusion path to the root of `checkpoint`, hex, from the leaf upwards; null while no checkpoint covers the entry */
            inclusion: string[] | null;
            /** @description Entries that are shown name nobody */
            memberId: null;
            name: string;
            payloadHash: string;
            /** @description Hash of the entry before */
            prevHash: string;
            /** Format: date-time */
            recordedAt: string;
            /** @description Place in the trail, from 1 */
            seq: number;
        };
        Avatar: {
            /** Format: uri */
            large: string;
            /** Format: uri */
            small: string;
        };
        Award: {
            /** Format: date-time */
            awardedAt: string;
            /** Format: uuid */
            awardId: string;
            badge: components["schemas"]["BadgeSummary"];
            by: components["schemas"]["Person"] | null;
            course: components["schemas"]["CourseLink"] | null;
            expiresAt: string | null;
            holder: components["schemas"]["Person"];
            level: number;
            reason: string | null;
            /** @description Can be renewed now by taking its course again */
            renewable: boolean;
            revokedAt: string | null;
            revokedReason: string | null;
            /** @enum {string} */
            source: "course" | "hand" | "renewal";
            state: components["schemas"]["HeldState"];
            territory: string;
        };
        /** @enum {string} */
        BadgeColour: "teal" | "amber" | "violet" | "rose" | "blue" | "green" | "slate";
        BadgeDefinition: {
            about: {
                da: string;
                en: string;
            };
            badge: string;
            /** @description May be awarded by hand */
            byHand: boolean;
            colour: components["schemas"]["BadgeColour"];
            /** @description Published courses that give it */
            courses: components["schemas"]["CourseLink"][];
            criteria: {
                da: string;
                en: string;
            };
            icon: components["schemas"]["BadgeIcon"];
            level: number;
            name: {
                da: string;
                en: string;
            };
            prerequisites: ({
                /** @constant */
                rule: "everyone";
            } | {
                /** @constant */
                rule: "member";
            } | {
                badge: string;
                evenExpired?: boolean;
                from?: ("above" | "sovereign") | string;
                level?: number;
                /** @constant */
                rule: "badge";
            } | components["schemas"]["__schema0"] | {
                of: components["schemas"]["__schema1"];
                /** @constant */
                rule: "any";
            } | {
                count: number;
                of: components["schemas"]["__schema1"];
                /** @constant */
                rule: "atLeast";
            }) | null;
            renewFromDays: number;
            /** @enum {string} */
            scope: "global" | "territory";
            state: components["schemas"]["BadgeState"];
            validDays: number | null;
            version: number;
        };
        /** @enum {string} */
        BadgeIcon: "host" | "shield" | "book" | "key" | "star" | "leaf" | "hands" | "voice" | "compass" | "crown";
        BadgeNotification: {
            /** Format: uuid */
            awardId: string;
            badge: components["schemas"]["BadgeSummary"];
            by: components["schemas"]["Person"] | null;
            course: components["schemas"]["CourseLink"] | null;
            /** Format: date-time */
            createdAt: string;
            days: number | null;
            doneAt: string | null;
            /** @enum {string} */
            event: "awarded" | "renewed" | "expiring" | "expired" | "revoked";
            expiresAt: string | null;
            /** @constant */
            kind: "badge";
            /**
             * Format: date-time
             * @description When the newest thing in it happened; the list is in this order
             */
            latestAt: string;
            level: number | null;
            /** Format: uuid */
            notificationId: string;
            readAt: string | null;
            /** @description Why the member is told, strongest first, each with the rule that let it through */
            reasons: components["schemas"]["NotificationWhy"][];
            savedAt: string | null;
            seenAt: string | null;
            territory: string;
        };
        /** @enum {string} */
        BadgeState: "draft" | "active" | "archived";
        BadgeSummary: {
            about: {
                da: string;
                en: string;
            };
            badge: string;
            colour: components["schemas"]["BadgeColour"];
            /** @description Published courses that give it */
            courses: components["schemas"]["CourseLink"][];
            icon: components["schemas"]["BadgeIcon"];
            level: number;
            name: {
                da: string;
                en: string;
            };
            /** @enum {string} */
            scope: "global" | "territory";
            state: components["schemas"]["BadgeState"];
        };
        CaseFlag: {
            /** Format: date-time */
            at: string;
            kind: components["schemas"]["FlagKind"];
            text: string | null;
        };
        /** @enum {string} */
        CaseState: "open" | "claimed" | "decided";
        Category: {
            about: {
                da: string;
                en: string;
            };
            /** Format: uuid */
            categoryId: string;
            gates: components["schemas"]["CategoryGates"];
            lastActivityAt: string | null;
            may: components["schemas"]["CategoryMay"];
            name: {
                da: string;
                en: string;
            };
            /** @description Goes up with each change of the category itself */
            revision: number;
            slug: string;
            /** @description Null when the caller may not read */
            topicCount: number | null;
            /** @description Topics with something unread, of the 100 with the latest activity; null for guests and who may not read */
            unreadTopics: number | null;
        };
        CategoryGates: {
            create: {
                /** @constant */
                rule: "everyone";
            } | {
                /** @constant */
                rule: "member";
            } | {
                badge: string;
                evenExpired?: boolean;
                from?: ("above" | "sovereign") | string;
                level?: number;
                /** @constant */
                rule: "badge";
            } | components["schemas"]["__schema0"] | {
                of: components["schemas"]["__schema1"];
                /** @constant */
                rule: "any";
            } | {
                count: number;
                of: components["schemas"]["__schema1"];
                /** @constant */
                rule: "atLeast";
            };
            moderate: {
                /** @constant */
                rule: "everyone";
            } | {
                /** @constant */
                rule: "member";
            } | {
                badge: string;
                evenExpired?: boolean;
                from?: ("above" | "sovereign") | string;
                level?: number;
                /** @constant */
                rule: "badge";
            } | components["schemas"]["__schema0"] | {
                of: components["schemas"]["__schema1"];
                /** @constant */
                rule: "any";
            } | {
                count: number;
                of: components["schemas"]["__schema1"];
                /** @constant */
                rule: "atLeast";
            };
            read: {
                /** @constant */
                rule: "everyone";
            } | {
                /** @constant */
                rule: "member";
            } | {
                badge: string;
                evenExpired?: boolean;
                from?: ("above" | "sovereign") | string;
                level?: number;
                /** @constant */
                rule: "badge";
            } | components["schemas"]["__schema0"] | {
                of: components["schemas"]["__schema1"];
                /** @constant */
                rule: "any";
            } | {
                count: number;
                of: components["schemas"]["__schema1"];
                /** @constant */
                rule: "atLeast";
            };
            reply: {
                /** @constant */
                rule: "everyone";
            } | {
                /** @constant */
                rule: "member";
            } | {
                badge: string;
                evenExpired?: boolean;
                from?: ("above" | "sovereign") | string;
                level?: number;
                /** @constant */
                rule: "badge";
            } | components["schemas"]["__schema0"] | {
                of: components["schemas"]["__schema1"];
                /** @constant */
                rule: "any";
            } | {
                count: number;
                of: components["schemas"]["__schema1"];
                /** @constant */
                rule: "atLeast";
            };
            vote: {
                /** @constant */
                rule: "everyone";
            } | {
                /** @constant */
                rule: "member";
            } | {
                badge: string;
                evenExpired?: boolean;
                from?: ("above" | "sovereign") | string;
                level?: number;
                /** @constant */
                rule: "badge";
            } | components["schemas"]["__schema0"] | {
                of: components["schemas"]["__schema1"];
                /** @constant */
                rule: "any";
            } | {
                count: number;
                of: components["schemas"]["__schema1"];
                /** @constant */
                rule: "atLeast";
            };
        };
        CategoryMay: {
            create: components["schemas"]["AccessVerdict"];
            moderate: components["schemas"]["AccessVerdict"];
            read: components["schemas"]["AccessVerdict"];
            reply: components["schemas"]["AccessVerdict"];
            vote: components["schemas"]["AccessVerdict"];
        };
        Checkpoint: {
            /** Format: date-time */
            at: string;
            /** @description SHA-256 of the last entry, hex */
            head: string;
            /** @description First 16 hex digits of the SHA-256 of the public key */
            keyId: string;
            /** @description DER (SubjectPublicKeyInfo), base64url; whoever checks should know its keyId from elsewhere */
            publicKey: string;
            /** @description Merkle tree hash over all of them, hex */
            root: string;
            /** @description Entries covered */
            seq: number;
            /** @description Ed25519, base64url */
            signature: string;
            territory: string;
        };
        ClientMessage: {
            /** @constant */
            protocol: 1;
            ticket: string;
            /** @constant */
            type: "hello";
        } | {
            cursor?: components["schemas"]["Cursor"];
            stream: string;
            /** @constant */
            type: "subscribe";
        } | {
            stream: string;
            /** @constant */
            type: "unsubscribe";
        } | {
            at?: number;
            /** @constant */
            type: "ping";
        };
        CourseLink: {
            /** Format: uuid */
            courseId: string;
            slug: string;
            title: {
                da: string;
                en: string;
            };
        };
        Cursor: {
            epoch: string;
            seq: number;
        };
        Decision: {
            action: components["schemas"]["DecisionAction"];
            /** @description Set on the hiding of a post */
            appeal: {
                /** @description The caller can appeal now */
                possible: boolean;
                state: components["schemas"]["AppealState"];
                /** Format: date-time */
                until: string;
            } | null;
            /** @description Set on the decision of an appeal */
            appealedDecisionId: string | null;
            /** Format: date-time */
            at: string;
            /** @description The event in the audit trail, whose payload hash is the SHA-256 of the RFC 8785 form of this payload; null for what the public trail does not show */
            audited: {
                event: string;
                payload: {
                    [key: string]: unknown;
                };
            } | null;
            by: components["schemas"]["Person"];
            /** Format: uuid */
            decisionId: string;
            moved: {
                /** Format: uuid */
                fromCategoryId: string;
                /** Format: uuid */
                toCategoryId: string;
            } | null;
            post: {
                author: components["schemas"]["Person"];
                /** @description Null when it is hidden from the caller */
                excerpt: string | null;
                number: number;
                /** Format: uuid */
                postId: string;
            } | null;
            reason: string | null;
            /** @description The badge that gave the authority */
            role: string | null;
            rule: components["schemas"]["FlagKind"] | null;
            topic: {
                author: components["schemas"]["Person"];
                /** Format: uuid */
                categoryId: string;
                slug: string;
                title: string;
                /** Format: uuid */
                topicId: string;
            };
        };
        /** @enum {string} */
        DecisionAction: "post_hidden" | "post_restored" | "flags_dismissed" | "appeal_granted" | "appeal_upheld" | "topic_pinned" | "topic_unpinned" | "topic_closed" | "topic_opened" | "topic_moved";
        Device: {
            browser: string | null;
            current: boolean;
            /** Format: date-time */
            firstSeen: string;
            /** Format: date-time */
            lastSeen: string;
            /** Format: uuid */
            sessionId: string;
            system: string | null;
        };
        DigestSchedule: {
            /** @enum {string} */
            every: "daily" | "weekly";
            hour: number;
            on: boolean;
            weekday: number;
        };
        FieldFault: {
            message: string;
            path: string;
        };
        /** @enum {string} */
        FilePurpose: "avatar" | "course_cover" | "lesson_media";
        /** @enum {string} */
        FileSize: "small" | "medium" | "large";
        FileVariant: {
            bytes: number;
            cid: string | null;
            height: number;
            size: components["schemas"]["FileSize"];
            /** Format: uri */
            url: string;
            width: number;
        };
        /** @enum {string} */
        FlagKind: "spam" | "abuse" | "off_topic" | "personal_data" | "other";
        /** @enum {string} */
        HeldState: "valid" | "expired" | "revoked";
        Hiding: {
            appeal: {
                state: components["schemas"]["AppealState"];
                /**
                 * Format: date-time
                 * @description Its author can appeal until then
                 */
                until: string;
            };
            /** Format: date-time */
            at: string;
            by: components["schemas"]["Person"];
            /** Format: uuid */
            decisionId: string;
            reason: string;
            role: string | null;
            rule: components["schemas"]["FlagKind"];
        };
        Lacking: {
            badge: string;
            course: components["schemas"]["CourseLink"] | null;
            expiredAt: string | null;
            level: number;
            name: {
                da: string;
                en: string;
            };
            reason: components["schemas"]["LackReason"];
        };
        /** @enum {string} */
        LackReason: "missing" | "level_too_low" | "expired" | "elsewhere";
        /** @enum {string} */
        MailMode: "off" | "instant" | "digest";
        MailSubscription: {
            /** @enum {string} */
            about: "mention" | "reply" | "watching" | "post_moderated" | "appeal_decided" | "flag_decided" | "badge_ended" | "badge_expiring" | "badge_awarded" | "moderation_queue" | "digest";
            subscribed: boolean;
        };
        ModerationCase: {
            appeal: {
                /** Format: date-time */
                at: string;
                decision: components["schemas"]["Decision"];
                text: string;
            } | null;
            /** Format: uuid */
            caseId: string;
            claim: {
                by: components["schemas"]["Person"];
                own: boolean;
                /** Format: date-time */
                until: string;
            } | null;
            /** @description The caller may take it: not about the own post, nor an appeal against the own decision */
            decidable: boolean;
            flagCount: number;
            /** @description Oldest first, 50 at most */
            flags: components["schemas"]["CaseFlag"][];
            /** @enum {string} */
            kind: "flags" | "appeal";
            /** Format: date-time */
            openedAt: string;
            outcome: components["schemas"]["Decision"] | null;
            post: {
                author: components["schemas"]["Person"];
                /** Format: date-time */
                createdAt: string;
                deleted: boolean;
                hidden: boolean;
                /** @description Also when hidden; empty when deleted */
                html: string;
                number: number;
                /** Format: uuid */
                postId: string;
            };
            state: components["schemas"]["CaseState"];
            topic: {
                /** Format: uuid */
                categoryId: string;
                slug: string;
                title: string;
                /** Format: uuid */
                topicId: string;
            };
        };
        ModerationNotification: {
            appealableUntil: string | null;
            canAppeal: boolean;
            /** Format: date-time */
            createdAt: string;
            /** Format: uuid */
            decisionId: string;
            doneAt: string | null;
            /** @enum {string} */
            event: "post_hidden" | "post_restored" | "flag_decided" | "appeal_decided";
            /** @constant */
            kind: "moderation";
            /**
             * Format: date-time
             * @description When the newest thing in it happened; the list is in this order
             */
            latestAt: string;
            moderator: components["schemas"]["Person"] | null;
            /** Format: uuid */
            notificationId: string;
            outcome: ("hidden" | "dismissed" | "granted" | "upheld") | null;
            post: {
                excerpt: string;
                number: number;
                /** Format: uuid */
                postId: string;
                /** Format: uuid */
                topicId: string;
                topicSlug: string;
                topicTitle: string;
            };
            readAt: string | null;
            reason: string;
            /** @description Why the member is told, strongest first, each with the rule that let it through */
            reasons: components["schemas"]["NotificationWhy"][];
            rule: components["schemas"]["FlagKind"] | null;
            savedAt: string | null;
            seenAt: string | null;
        };
        NotificationChannels: {
            appeal_decided: {
                inApp: boolean;
                mail: components["schemas"]["MailMode"];
                push: boolean;
            };
            badge_awarded: {
                inApp: boolean;
                mail: components["schemas"]["MailMode"];
                push: boolean;
            };
            badge_ended: {
                /** @constant */
                inApp: true;
                mail: components["schemas"]["MailMode"];
                push: boolean;
            };
            badge_expiring: {
                inApp: boolean;
                mail: components["schemas"]["MailMode"];
                push: boolean;
            };
            flag_decided: {
                inApp: boolean;
                mail: components["schemas"]["MailMode"];
                push: boolean;
            };
            mention: {
                inApp: boolean;
                mail: components["schemas"]["MailMode"];
                push: boolean;
            };
            moderation_queue: {
                inApp: boolean;
                /** @constant */
                mail: "off";
                /** @constant */
                push: false;
            };
            post_moderated: {
                /** @constant */
                inApp: true;
                mail: components["schemas"]["MailMode"];
                push: boolean;
            };
            reply: {
                inApp: boolean;
                mail: components["schemas"]["MailMode"];
                push: boolean;
            };
            watching: {
                inApp: boolean;
                mail: components["schemas"]["MailMode"];
                push: boolean;
            };
        };
        NotificationItem: components["schemas"]["PostNotification"] | components["schemas"]["BadgeNotification"] | components["schemas"]["ModerationNotification"] | components["schemas"]["QueueNotification"];
        /** @enum {string} */
        NotificationKind: "post" | "badge" | "moderation" | "queue";
        /** @enum {string} */
        NotificationMark: "seen" | "read" | "unread" | "done" | "undone" | "saved" | "unsaved";
        NotificationPreferences: {
            digest: components["schemas"]["DigestSchedule"];
            /** @description No mail at all, but for security and legal ones */
            mailPaused: boolean;
            pushPaused: boolean;
            /** @description Push messages say that there is news, and nothing of what it is */
            pushPrivate: boolean;
            /** @description Mail and push wait; security mails do not */
            quietHours: components["schemas"]["QuietHours"] | null;
            reasons: components["schemas"]["NotificationChannels"];
        };
        /** @enum {string} */
        NotificationReason: "mention" | "reply" | "watching" | "post_moderated" | "appeal_decided" | "flag_decided" | "badge_ended" | "badge_expiring" | "badge_awarded" | "moderation_queue";
        NotificationRule: {
            /** @constant */
            rule: "preference";
        } | {
            /** @constant */
            rule: "topic";
            /** Format: uuid */
            topicId: string;
        } | {
            /** Format: uuid */
            categoryId: string;
            /** @constant */
            rule: "category";
        } | {
            /** @constant */
            rule: "always";
        };
        /** @enum {string} */
        NotificationState: "inbox" | "unread" | "saved" | "done";
        NotificationWhy: {
            reason: components["schemas"]["NotificationReason"];
            rule: components["schemas"]["NotificationRule"];
        };
        /** @enum {string} */
        OrderStatus: "waiting" | "running" | "done" | "failed";
        /**
         * @description The last step that is done
         * @enum {string}
         */
        OrderStep: "recorded" | "registered" | "built" | "open";
        OwnFlag: {
            /** Format: date-time */
            at: string;
            decidedAt: string | null;
            /** Format: uuid */
            flagId: string;
            kind: components["schemas"]["FlagKind"];
            /** @enum {string} */
            outcome: "open" | "hidden" | "dismissed";
            /** Format: uuid */
            postId: string;
            postNumber: number;
            /** @description What the moderator said */
            reason: string | null;
            text: string | null;
            topic: {
                slug: string;
                title: string;
                /** Format: uuid */
                topicId: string;
            };
        };
        OwnProfile: {
            about: string;
            /** @default null */
            avatar: components["schemas"]["Avatar"] | null;
            /** @description False until the member chose a display name */
            complete: boolean;
            displayName: string | null;
            handle: string;
            /** @enum {string} */
            language: "en" | "da";
            /** Format: uuid */
            memberId: string;
            /** Format: date-time */
            memberSince: string;
            timeZone: string;
        };
        Person: {
            /** @default null */
            avatar: components["schemas"]["Avatar"] | null;
            displayName: string | null;
            handle: string | null;
            /** Format: uuid */
            memberId: string;
        };
        Post: {
            author: components["schemas"]["Person"];
            /** Format: date-time */
            createdAt: string;
            deleted: boolean;
            editedAt: string | null;
            /** @description Its author and moderators still get the text, everybody else an empty one */
            hidden: components["schemas"]["Hiding"] | null;
            /** @description Sanitised; empty when deleted, or hidden from the caller */
            html: string;
            /** @description Source, for quoting and editing; empty when deleted, or hidden from the caller */
            markdown: string;
            number: number;
            ownVote: components["schemas"]["Vote"] | null;
            /** Format: uuid */
            postId: string;
            replyTo: {
                author: components["schemas"]["Person"];
                number: number;
                /** Format: uuid */
                postId: string;
            } | null;
            revision: number;
            /** @description Votes up minus votes down */
            score: number;
            /** Format: uuid */
            topicId: string;
        };
        PostDraft: {
            /** Format: uuid */
            categoryId: string;
            markdown: string;
            place: string;
            replyToPostId: string | null;
            revision: number;
            /** Format: date-time */
            savedAt: string;
            title: string;
            /** @description Of a reply or edit */
            topic: {
                slug: string;
                title: string;
                /** Format: uuid */
                topicId: string;
            } | null;
        };
        PostNotification: {
            actorCount: number;
            /** @description Newest first */
            actors: components["schemas"]["Person"][];
            /** Format: date-time */
            createdAt: string;
            doneAt: string | null;
            /** @constant */
            kind: "post";
            /**
             * Format: date-time
             * @description When the newest thing in it happened; the list is in this order
             */
            latestAt: string;
            /** Format: uuid */
            notificationId: string;
            /** @description The first of them that can be read: where the link goes */
            post: {
                excerpt: string;
                number: number;
                /** Format: uuid */
                postId: string;
                /** Format: uuid */
                topicId: string;
                topicSlug: string;
                topicTitle: string;
            };
            postCount: number;
            readAt: string | null;
            /** @description Why the member is told, strongest first, each with the rule that let it through */
            reasons: components["schemas"]["NotificationWhy"][];
            savedAt: string | null;
            seenAt: string | null;
        };
        Problem: {
            code: string;
            detail: string;
            faults?: components["schemas"]["FieldFault"][];
            params?: {
                [key: string]: unknown;
            };
            status: number;
            title: string;
            traceId?: string;
            type: string;
        };
        PublicProfile: {
            about: string;
            /** @default null */
            avatar: components["schemas"]["Avatar"] | null;
            displayName: string | null;
            handle: string;
            /** Format: uuid */
            memberId: string;
            /** Format: date-time */
            memberSince: string;
        };
        PushDevice: {
            /** Format: date-time */
            createdAt: string;
            device: string;
            lastSentAt: string | null;
            /** Format: uuid */
            subscriptionId: string;
        };
        PushSubscriptionInput: {
            /**
             * @description How the member tells their devices apart, such as “Firefox on Linux”
             * @default
             */
            device?: string;
            /** Format: uri */
            endpoint: string;
            keys: {
                auth: string;
                p256dh: string;
            };
        };
        QueueNotification: {
            appeals: number;
            /** Format: date-time */
            createdAt: string;
            doneAt: string | null;
            flags: number;
            /** @constant */
            kind: "queue";
            /**
             * Format: date-time
             * @description When the newest thing in it happened; the list is in this order
             */
            latestAt: string;
            /** Format: uuid */
            notificationId: string;
            readAt: string | null;
            /** @description Why the member is told, strongest first, each with the rule that let it through */
            reasons: components["schemas"]["NotificationWhy"][];
            savedAt: string | null;
            seenAt: string | null;
        };
        QuietHours: {
            from: string;
            to: string;
        };
        ReadState: {
            /** @description Where reading goes on; null when all is read */
            firstUnread: number | null;
            unread: number;
            upTo: number;
        };
        /** @enum {string} */
        Registration: "open" | "closed";
        Revision: {
            /** Format: date-time */
            at: string;
            html: string;
            markdown: string;
            reason: string | null;
            revision: number;
        };
        ServerMessage: {
            /** Format: uuid */
            connectionId: string;
            heartbeatMs: number;
            /** @constant */
            type: "ready";
        } | {
            cursor: components["schemas"]["Cursor"];
            recovered: boolean;
            stream: string;
            /** @constant */
            type: "subscribed";
        } | {
            stream: string;
            /** @constant */
            type: "unsubscribed";
        } | components["schemas"]["StreamEntry"] | {
            code: string;
            stream?: string;
            /** @constant */
            type: "refused";
        } | {
            at?: number;
            /** @constant */
            type: "pong";
        } | {
            /** @enum {string} */
            reason: "drain" | "session_ended" | "slow" | "protocol";
            retryAfterMs: number;
            /** @constant */
            type: "closing";
        };
        SessionAnswer: {
            /** @description Native clients only */
            accessToken?: string;
            /**
             * Format: date-time
             * @description When the access token ends; refresh before
             */
            expiresAt: string;
            /** Format: uuid */
            memberId: string;
            /** @description Native clients only */
            refreshToken?: string;
            /** Format: uuid */
            sessionId: string;
        };
        ShownBadge: {
            /** Format: date-time */
            awardedAt: string;
            /**
             * Format: uuid
             * @description What taking it back names; always given, optional because it came later
             */
            awardId?: string;
            badge: components["schemas"]["BadgeSummary"];
            expiresAt: string | null;
            level: number;
            /** @enum {string} */
            state: "valid" | "expired";
            territory: string;
        };
        StoredFile: {
            alt: string | null;
            /** @description False: nothing uses it, and it is removed a day after it came or was last used */
            attached: boolean;
            /** @constant */
            contentType: "image/webp";
            /** Format: date-time */
            createdAt: string;
            /** Format: uuid */
            fileId: string;
            fileName: string;
            height: number;
            /** Format: uuid */
            ownerId: string;
            purpose: components["schemas"]["FilePurpose"];
            /** @description From small to large */
            sizes: components["schemas"]["FileVariant"][];
            /** @description Ask again before; null when the addresses stay */
            urlsExpireAt: string | null;
            /** @description Of the largest size */
            width: number;
        };
        StreamEntry: {
            data: components["schemas"]["StreamEntryData"];
            epoch: string;
            name: components["schemas"]["StreamEntryName"];
            seq: number;
            stream: string;
            /** Format: date-time */
            time: string;
            /** @constant */
            type: "entry";
        };
        StreamEntryData: {
            /** Format: uuid */
            authorId?: string;
            /** Format: uuid */
            awardId?: string;
            badge?: string;
            /** Format: uuid */
            categoryId?: string;
            /** Format: uuid */
            courseId?: string;
            /** Format: uuid */
            notificationId?: string;
            number?: number;
            /** Format: uuid */
            postId?: string;
            revision?: number;
            /** Format: uuid */
            topicId?: string;
            unread?: number;
        };
        /** @enum {string} */
        StreamEntryName: "topic.created" | "topic.changed" | "post.created" | "post.edited" | "post.deleted" | "post.hidden" | "post.restored" | "notification.created" | "notification.read" | "badge.awarded" | "badge.revoked" | "badge.expired" | "badge.expiring" | "course.enrolled" | "course.completed" | "quiz.submitted";
        TerritoryDetail: {
            /** @description From the sovereign down, without itself */
            ancestors: components["schemas"]["TerritorySummary"][];
            /** @enum {string} */
            defaultLanguage: "en" | "da";
            geographicCountries: string[];
            /** @description Host name where it answers; null while only listed */
            host: string | null;
            id: string;
            kind: components["schemas"]["TerritoryKind"];
            name: {
                da: string;
                en: string;
                own?: string;
            };
            /** @description BCP 47 tag of the own name, where it is known: pages mark the name with it */
            ownLanguage?: string;
            parent: string | null;
            settings: components["schemas"]["TerritorySettings"];
            slug: string;
            sovereign: string;
            status: components["schemas"]["TerritoryStatus"];
        };
        /** @enum {string} */
        TerritoryKind: "country" | "first_nation" | "community";
        TerritoryOrder: {
            /** Format: date-time */
            createdAt: string;
            /**
             * @description As it was ordered; always given, optional because it came later
             * @enum {string}
             */
            defaultLanguage?: "en" | "da";
            doneAt: string | null;
            /** @description Host name where it answers; null until it is done */
            host: string | null;
            name: {
                da: string;
                en: string;
                own?: string;
            };
            /** Format: uuid */
            orderId: string;
            parent: string | null;
            /** @description Why it failed, and what to do */
            problem: {
                da: string;
                en: string;
            } | null;
            status: components["schemas"]["OrderStatus"];
            step: components["schemas"]["OrderStep"];
            territoryId: string;
        };
        TerritorySettings: {
            registration: components["schemas"]["Registration"];
            welcome: {
                da: string;
                en: string;
            };
        };
        /**
         * @description listed: known but served by no pod yet
         * @enum {string}
         */
        TerritoryStatus: "listed" | "active" | "suspended" | "archived";
        TerritorySummary: {
            geographicCountries: string[];
            /** @description Host name where it answers; null while only listed */
            host: string | null;
            id: string;
            kind: components["schemas"]["TerritoryKind"];
            name: {
                da: string;
                en: string;
                own?: string;
            };
            /** @description BCP 47 tag of the own name, where it is known: pages mark the name with it */
            ownLanguage?: string;
            parent: string | null;
            slug: string;
            sovereign: string;
            status: components["schemas"]["TerritoryStatus"];
        };
        TopicPage: {
            author: components["schemas"]["Person"];
            /** Format: uuid */
            categoryId: string;
            closed: boolean;
            /** @description Who closed it, and why */
            closure: {
                /** Format: date-time */
                at: string;
                by: components["schemas"]["Person"];
                /** Format: uuid */
                decisionId: string;
                reason: string;
            } | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            lastActivityAt: string;
            lastAuthor: components["schemas"]["Person"];
            may: components["schemas"]["CategoryMay"];
            /** @description Stands first in its category, until then */
            pinned: {
                until: string | null;
            } | null;
            postCount: number;
            /** @description Null for guests */
            reading: components["schemas"]["ReadState"] | null;
            slug: string;
            title: string;
            /** Format: uuid */
            topicId: string;
        };
        TopicSummary: {
            author: components["schemas"]["Person"];
            /** Format: uuid */
            categoryId: string;
            closed: boolean;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            lastActivityAt: string;
            lastAuthor: components["schemas"]["Person"];
            /** @description Stands first in its category, until then */
            pinned: {
                until: string | null;
            } | null;
            postCount: number;
            /** @description Null for guests */
            reading: components["schemas"]["ReadState"] | null;
            slug: string;
            title: string;
            /** Format: uuid */
            topicId: string;
        };
        UploadProgress: {
            byteLength: number;
            /**
             * Format: date-time
             * @description What is not complete by then is removed
             */
            expiresAt: string;
            /** Format: uuid */
            fileId: string;
            fileName: string;
            /** @description Bytes that are safely here; the next chunk starts with the byte of this number */
            offset: number;
            purpose: components["schemas"]["FilePurpose"];
            /**
             * @description refused: what came is no picture we take; start again with another
             * @enum {string}
             */
            state: "receiving" | "ready" | "refused";
        };
        /** @enum {string} */
        Vote: "up" | "down";
        WatchedPlace: {
            /** Format: uuid */
            categoryId: string;
            level: components["schemas"]["WatchLevel"];
            /** @constant */
            place: "topic";
            /** Format: date-time */
            setAt: string;
            slug: string;
            title: string;
            /** Format: uuid */
            topicId: string;
        } | {
            /** Format: uuid */
            categoryId: string;
            level: components["schemas"]["WatchLevel"];
            /** @constant */
            place: "category";
            /** Format: date-time */
            setAt: string;
        };
        /** @enum {string} */
        WatchLevel: "watching" | "normal" | "muted";
        WatchState: {
            /** @enum {string} */
            from: "topic" | "category" | "default";
            level: components["schemas"]["WatchLevel"];
            own: components["schemas"]["WatchLevel"] | null;
        };
        WhichNotifications: {
            notificationIds: string[];
        } | {
            /** Format: uuid */
            topicId: string;
            upToNumber: number;
        } | {
            /** @constant */
            all: true;
            kind?: components["schemas"]["NotificationKind"];
            /** Format: uuid */
            upTo?: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type Schema0 = components['schemas']['__schema0'];
export type Schema1 = components['schemas']['__schema1'];
export type AccessVerdict = components['schemas']['AccessVerdict'];
export type AppealState = components['schemas']['AppealState'];
export type AuditEntry = components['schemas']['AuditEntry'];
export type Avatar = components['schemas']['Avatar'];
export type Award = components['schemas']['Award'];
export type BadgeColour = components['schemas']['BadgeColour'];
export type BadgeDefinition = components['schemas']['BadgeDefinition'];
export type BadgeIcon = components['schemas']['BadgeIcon'];
export type BadgeNotification = components['schemas']['BadgeNotification'];
export type BadgeState = components['schemas']['BadgeState'];
export type BadgeSummary = components['schemas']['BadgeSummary'];
export type CaseFlag = components['schemas']['CaseFlag'];
export type CaseState = components['schemas']['CaseState'];
export type Category = components['schemas']['Category'];
export type CategoryGates = components['schemas']['CategoryGates'];
export type CategoryMay = components['schemas']['CategoryMay'];
export type Checkpoint = components['schemas']['Checkpoint'];
export type ClientMessage = components['schemas']['ClientMessage'];
export type CourseLink = components['schemas']['CourseLink'];
export type Cursor = components['schemas']['Cursor'];
export type Decision = components['schemas']['Decision'];
export type DecisionAction = components['schemas']['DecisionAction'];
export type Device = components['schemas']['Device'];
export type DigestSchedule = components['schemas']['DigestSchedule'];
export type FieldFault = components['schemas']['FieldFault'];
export type FilePurpose = components['schemas']['FilePurpose'];
export type FileSize = components['schemas']['FileSize'];
export type FileVariant = components['schemas']['FileVariant'];
export type FlagKind = components['schemas']['FlagKind'];
export type HeldState = components['schemas']['HeldState'];
export type Hiding = components['schemas']['Hiding'];
export type Lacking = components['schemas']['Lacking'];
export type LackReason = components['schemas']['LackReason'];
export type MailMode = components['schemas']['MailMode'];
export type MailSubscription = components['schemas']['MailSubscription'];
export type ModerationCase = components['schemas']['ModerationCase'];
export type ModerationNotification = components['schemas']['ModerationNotification'];
export type NotificationChannels = components['schemas']['NotificationChannels'];
export type NotificationItem = components['schemas']['NotificationItem'];
export type NotificationKind = components['schemas']['NotificationKind'];
export type NotificationMark = components['schemas']['NotificationMark'];
export type NotificationPreferences = components['schemas']['NotificationPreferences'];
export type NotificationReason = components['schemas']['NotificationReason'];
export type NotificationRule = components['schemas']['NotificationRule'];
export type NotificationState = components['schemas']['NotificationState'];
export type NotificationWhy = components['schemas']['NotificationWhy'];
export type OrderStatus = components['schemas']['OrderStatus'];
export type OrderStep = components['schemas']['OrderStep'];
export type OwnFlag = components['schemas']['OwnFlag'];
export type OwnProfile = components['schemas']['OwnProfile'];
export type Person = components['schemas']['Person'];
export type Post = components['schemas']['Post'];
export type PostDraft = components['schemas']['PostDraft'];
export type PostNotification = components['schemas']['PostNotification'];
export type Problem = components['schemas']['Problem'];
export type PublicProfile = components['schemas']['PublicProfile'];
export type PushDevice = components['schemas']['PushDevice'];
export type PushSubscriptionInput = components['schemas']['PushSubscriptionInput'];
export type QueueNotification = components['schemas']['QueueNotification'];
export type QuietHours = components['schemas']['QuietHours'];
export type ReadState = components['schemas']['ReadState'];
export type Registration = components['schemas']['Registration'];
export type Revision = components['schemas']['Revision'];
export type ServerMessage = components['schemas']['ServerMessage'];
export type SessionAnswer = components['schemas']['SessionAnswer'];
export type ShownBadge = components['schemas']['ShownBadge'];
export type StoredFile = components['schemas']['StoredFile'];
export type StreamEntry = components['schemas']['StreamEntry'];
export type StreamEntryData = components['schemas']['StreamEntryData'];
export type StreamEntryName = components['schemas']['StreamEntryName'];
export type TerritoryDetail = components['schemas']['TerritoryDetail'];
export type TerritoryKind = components['schemas']['TerritoryKind'];
export type TerritoryOrder = components['schemas']['TerritoryOrder'];
export type TerritorySettings = components['schemas']['TerritorySettings'];
export type TerritoryStatus = components['schemas']['TerritoryStatus'];
export type TerritorySummary = components['schemas']['TerritorySummary'];
export type TopicPage = components['schemas']['TopicPage'];
export type TopicSummary = components['schemas']['TopicSummary'];
export type UploadProgress = components['schemas']['UploadProgress'];
export type Vote = components['schemas']['Vote'];
export type WatchedPlace = components['schemas']['WatchedPlace'];
export type WatchLevel = components['schemas']['WatchLevel'];
export type WatchState = components['schemas']['WatchState'];
export type WhichNotifications = components['schemas']['WhichNotifications'];
export type $defs = Record<string, never>;
export interface operations {
    checkOwnAccess: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    gate: {
                        /** @constant */
                        rule: "everyone";
                    } | {
                        /** @constant */
                        rule: "member";
                    } | {
                        badge: string;
                        evenExpired?: boolean;
                        from?: ("above" | "sovereign") | string;
                        level?: number;
                        /** @constant */
                        rule: "badge";
                    } | components["schemas"]["__schema0"] | {
                        of: components["schemas"]["__schema1"];
                        /** @constant */
                        rule: "any";
                    } | {
                        count: number;
                        of: components["schemas"]["__schema1"];
                        /** @constant */
                        rule: "atLeast";
                    };
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessVerdict"];
                };
            };
        };
    };
    getAttempt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                attemptId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        attemptId: string;
                        /** Format: uuid */
                        courseId: string;
                        /** @enum {string} */
                        language: "en" | "da";
                        number: number;
                        passed: boolean | null;
                        passPercent: number;
                        percent: number | null;
                        questions: ({
                            choices: {
                                id: string;
                                text: {
                                    da?: string;
                                    en?: string;
                                };
                            }[];
                            /** @description The question, sanitised */
                            html: {
                                da?: string;
                                en?: string;
                            };
                            id: string;
                            /** @constant */
                            kind: "single";
                            points: number;
                        } | {
                            choices: {
                                id: string;
                                text: {
                                    da?: string;
                                    en?: string;
                                };
                            }[];
                            /** @description The question, sanitised */
                            html: {
                                da?: string;
                                en?: string;
                            };
                            id: string;
                            /** @constant */
                            kind: "multiple";
                            points: number;
                        } | {
                            /** @description The question, sanitised */
                            html: {
                                da?: string;
                                en?: string;
                            };
                            id: string;
                            /** @constant */
                            kind: "matching";
                            left: {
                                id: string;
                                text: {
                                    da?: string;
                                    en?: string;
                                };
                            }[];
                            points: number;
                            right: {
                                id: string;
                                text: {
                                    da?: string;
                                    en?: string;
                                };
                            }[];
                        } | {
                            /** @description The question, sanitised */
                            html: {
                                da?: string;
                                en?: string;
                            };
                            id: string;
                            items: {
                                id: string;
                                text: {
                                    da?: string;
                                    en?: string;
                                };
                            }[];
                            /** @constant */
                            kind: "ordering";
                            points: number;
                        } | {
                            /** @description The question, sanitised */
                            html: {
                                da?: string;
                                en?: string;
                            };
                            id: string;
                            /** @constant */
                            kind: "text";
                            points: number;
                        } | {
                            /** @description The question, sanitised */
                            html: {
                                da?: string;
                                en?: string;
                            };
                            id: string;
                            /** @constant */
                            kind: "number";
                            points: number;
                            unit: {
                                da?: string;
                                en?: string;
                            } | null;
                        })[];
                        quizId: string;
                        /** @description After handing in */
                        result: {
                            outOf: number;
                            passed: boolean;
                            percent: number;
                            points: number;
                            questions: {
                                feedback: {
                                    da?: string;
                                    en?: string;
                                } | null;
                                /** @enum {string} */
                                mark: "right" | "partly" | "wrong" | "unanswered";
                                outOf: number;
                                points: number;
                                questionId: string;
                                solution: ({
                                    choice: string;
                                    /** @constant */
                                    kind: "single";
                                } | {
                                    choices: string[];
                                    /** @constant */
                                    kind: "multiple";
                                } | {
                                    /** @constant */
                                    kind: "matching";
                                    pairs: {
                                        [key: string]: string;
                                    };
                                } | {
                                    items: string[];
                                    /** @constant */
                                    kind: "ordering";
                                } | {
                                    accepted: {
                                        da?: string[];
                                        en?: string[];
                                    };
                                    /** @constant */
                                    kind: "text";
                                } | {
                                    /** @constant */
                                    kind: "number";
                                    tolerance: number;
                                    value: number;
                                }) | null;
                            }[];
                        } | null;
                        saved: {
                            answers: {
                                [key: string]: {
                                    choice: string;
                                    /** @constant */
                                    kind: "single";
                                } | {
                                    choices: string[];
                                    /** @constant */
                                    kind: "multiple";
                                } | {
                                    /** @constant */
                                    kind: "matching";
                                    /** @description left id → right id; what is not matched yet is left out */
                                    pairs: {
                                        [key: string]: string;
                                    };
                                } | {
                                    /** @description All items, from first to last */
                                    items: string[];
                                    /** @constant */
                                    kind: "ordering";
                                } | {
                                    /** @constant */
                                    kind: "text";
                                    text: string;
                                } | {
                                    /** @constant */
                                    kind: "number";
                                    value: string;
                                };
                            };
                            /** @description The highest sequence number seen; the next save uses a higher one */
                            seq: number;
                        };
                        /** Format: date-time */
                        startedAt: string;
                        /** @enum {string} */
                        state: "open" | "submitted";
                        submittedAt: string | null;
                        title: {
                            da?: string;
                            en?: string;
                        };
                        /** Format: uuid */
                        versionId: string;
                    };
                };
            };
        };
    };
    saveAnswers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                attemptId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    answers: {
                        [key: string]: ({
                            choice: string;
                            /** @constant */
                            kind: "single";
                        } | {
                            choices: string[];
                            /** @constant */
                            kind: "multiple";
                        } | {
                            /** @constant */
                            kind: "matching";
                            /** @description left id → right id; what is not matched yet is left out */
                            pairs: {
                                [key: string]: string;
                            };
                        } | {
                            /** @description All items, from first to last */
                            items: string[];
                            /** @constant */
                            kind: "ordering";
                        } | {
                            /** @constant */
                            kind: "text";
                            text: string;
                        } | {
                            /** @constant */
                            kind: "number";
                            value: string;
                        }) | null;
                    };
                    /** @description Counted up by the sender; an answer never gives way to one with a lower number */
                    seq: number;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        answers: {
                            [key: string]: {
                                choice: string;
                                /** @constant */
                                kind: "single";
                            } | {
                                choices: string[];
                                /** @constant */
                                kind: "multiple";
                            } | {
                                /** @constant */
                                kind: "matching";
                                /** @description left id → right id; what is not matched yet is left out */
                                pairs: {
                                    [key: string]: string;
                                };
                            } | {
                                /** @description All items, from first to last */
                                items: string[];
                                /** @constant */
                                kind: "ordering";
                            } | {
                                /** @constant */
                                kind: "text";
                                text: string;
                            } | {
                                /** @constant */
                                kind: "number";
                                value: string;
                            };
                        };
                        /** @description The highest sequence number seen; the next save uses a higher one */
                        seq: number;
                    };
                };
            };
        };
    };
    submitAttempt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                attemptId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default {} */
                    answers?: {
                        [key: string]: ({
                            choice: string;
                            /** @constant */
                            kind: "single";
                        } | {
                            choices: string[];
                            /** @constant */
                            kind: "multiple";
                        } | {
                            /** @constant */
                            kind: "matching";
                            /** @description left id → right id; what is not matched yet is left out */
                            pairs: {
                                [key: string]: string;
                            };
                        } | {
                            /** @description All items, from first to last */
                            items: string[];
                            /** @constant */
                            kind: "ordering";
                        } | {
                            /** @constant */
                            kind: "text";
                            text: string;
                        } | {
                            /** @constant */
                            kind: "number";
                            value: string;
                        }) | null;
                    };
                    /** @description Counted up by the sender; an answer never gives way to one with a lower number */
                    seq?: number;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        attemptId: string;
                        /** Format: uuid */
                        courseId: string;
                        enrolment: {
                            /** @description Of this run */
                            completion: {
                                /** Format: date-time */
                                completedAt: string;
                                /** Format: uuid */
                                completionId: string;
                                run: number;
                                /** Format: uuid */
                                versionId: string;
                            } | null;
                            /** @description Over all runs */
                            completions: number;
                            /** Format: uuid */
                            courseId: string;
                            /** @description Versions the learner was in before and can go back to */
                            earlier: {
                                number: number;
                                /** Format: date-time */
                                publishedAt: string;
                                /** Format: uuid */
                                versionId: string;
                            }[];
                            /** Format: date-time */
                            enrolledAt: string;
                            /** @description The newest version, when the learner is in an older one; going there is a choice */
                            newer: {
                                difference: {
                                    /** @description Title, summary, outcomes, level, cover, prerequisites, badge or the rules of a quiz differ */
                                    about: boolean;
                                    lessonsAdded: string[];
                                    lessonsChanged: string[];
                                    lessonsRemoved: string[];
                                    /** @description Modules and lessons are called, timed or ordered otherwise */
                                    order: boolean;
                                    quizzesAdded: string[];
                                    quizzesChanged: string[];
                                    quizzesRemoved: string[];
                                };
                                note: string | null;
                                number: number;
                                /** Format: date-time */
                                publishedAt: string;
                                /** Format: uuid */
                                versionId: string;
                            } | null;
                            progress: {
                                /** @description Lessons done */
                                done: string[];
                                /** @description Quizzes passed */
                                passed: string[];
                                percent: number;
                                /** @description Where to go on: the last lesson and block on screen */
                                resume: {
                                    blockId: string | null;
                                    lessonId: string;
                                } | null;
                                /** @description Lessons looked at */
                                viewed: string[];
                            };
                            /** @description Taking the course again now gives the badge anew */
                            renewable: boolean;
                            run: number;
                            /** @enum {string} */
                            state: "active" | "left";
                            version: {
                                number: number;
                                /** Format: date-time */
                                publishedAt: string;
                                /** Format: uuid */
                                versionId: string;
                            };
                        };
                        /** @enum {string} */
                        language: "en" | "da";
                        number: number;
                        passed: boolean | null;
                        passPercent: number;
                        percent: number | null;
                        questions: ({
                            choices: {
                                id: string;
                                text: {
                                    da?: string;
                                    en?: string;
                                };
                            }[];
                            /** @description The question, sanitised */
                            html: {
                                da?: string;
                                en?: string;
                            };
                            id: string;
                            /** @constant */
                            kind: "single";
                            points: number;
                        } | {
                            choices: {
                                id: string;
                                text: {
                                    da?: string;
                                    en?: string;
                                };
                            }[];
                            /** @description The question, sanitised */
                            html: {
                                da?: string;
                                en?: string;
                            };
                            id: string;
                            /** @constant */
                            kind: "multiple";
                            points: number;
                        } | {
                            /** @description The question, sanitised */
                            html: {
                                da?: string;
                                en?: string;
                            };
                            id: string;
                            /** @constant */
                            kind: "matching";
                            left: {
                                id: string;
                                text: {
                                    da?: string;
                                    en?: string;
                                };
                            }[];
                            points: number;
                            right: {
                                id: string;
                                text: {
                                    da?: string;
                                    en?: string;
                                };
                            }[];
                        } | {
                            /** @description The question, sanitised */
                            html: {
                                da?: string;
                                en?: string;
                            };
                            id: string;
                            items: {
                                id: string;
                                text: {
                                    da?: string;
                                    en?: string;
                                };
                            }[];
                            /** @constant */
                            kind: "ordering";
                            points: number;
                        } | {
                            /** @description The question, sanitised */
                            html: {
                                da?: string;
                                en?: string;
                            };
                            id: string;
                            /** @constant */
                            kind: "text";
                            points: number;
                        } | {
                            /** @description The question, sanitised */
                            html: {
                                da?: string;
                                en?: string;
                            };
                            id: string;
                            /** @constant */
                            kind: "number";
                            points: number;
                            unit: {
                                da?: string;
                                en?: string;
                            } | null;
                        })[];
                        quizId: string;
                        /** @description After handing in */
                        result: {
                            outOf: number;
                            passed: boolean;
                            percent: number;
                            points: number;
                            questions: {
                                feedback: {
                                    da?: string;
                                    en?: string;
                                } | null;
                                /** @enum {string} */
                                mark: "right" | "partly" | "wrong" | "unanswered";
                                outOf: number;
                                points: number;
                                questionId: string;
                                solution: ({
                                    choice: string;
                                    /** @constant */
                                    kind: "single";
                                } | {
                                    choices: string[];
                                    /** @constant */
                                    kind: "multiple";
                                } | {
                                    /** @constant */
                                    kind: "matching";
                                    pairs: {
                                        [key: string]: string;
                                    };
                                } | {
                                    items: string[];
                                    /** @constant */
                                    kind: "ordering";
                                } | {
                                    accepted: {
                                        da?: string[];
                                        en?: string[];
                                    };
                                    /** @constant */
                                    kind: "text";
                                } | {
                                    /** @constant */
                                    kind: "number";
                                    tolerance: number;
                                    value: number;
                                }) | null;
                            }[];
                        } | null;
                        saved: {
                            answers: {
                                [key: string]: {
                                    choice: string;
                                    /** @constant */
                                    kind: "single";
                                } | {
                                    choices: string[];
                                    /** @constant */
                                    kind: "multiple";
                                } | {
                                    /** @constant */
                                    kind: "matching";
                                    /** @description left id → right id; what is not matched yet is left out */
                                    pairs: {
                                        [key: string]: string;
                                    };
                                } | {
                                    /** @description All items, from first to last */
                                    items: string[];
                                    /** @constant */
                                    kind: "ordering";
                                } | {
                                    /** @constant */
                                    kind: "text";
                                    text: string;
                                } | {
                                    /** @constant */
                                    kind: "number";
                                    value: string;
                                };
                            };
                            /** @description The highest sequence number seen; the next save uses a higher one */
                            seq: number;
                        };
                        /** Format: date-time */
                        startedAt: string;
                        /** @enum {string} */
                        state: "open" | "submitted";
                        submittedAt: string | null;
                        title: {
                            da?: string;
                            en?: string;
                        };
                        /** Format: uuid */
                        versionId: string;
                    };
                };
            };
        };
    };
    getAuditCheckpoint: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Checkpoint"];
                };
            };
        };
    };
    listAuditEntries: {
        parameters: {
            query: {
                aggregate: string;
                /** @description From `next` or `previous` of an earlier page of the same list */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        checkpoint: components["schemas"]["Checkpoint"] | null;
                        items: components["schemas"]["AuditEntry"][];
                        next: string | null;
                        previous: string | null;
                        territory: string;
                    };
                };
            };
        };
    };
    jwks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        keys: {
                            [key: string]: unknown;
                        }[];
                    };
                };
            };
        };
    };
    requestPasswordReset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        accepted: true;
                    };
                };
            };
        };
    };
    resetPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                    token: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    register: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                    /** @enum {string} */
                    language: "en" | "da";
                    password: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        accepted: true;
                    };
                };
            };
        };
    };
    listSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Device"][];
                    };
                };
            };
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @default browser
                     * @enum {string}
                     */
                    client?: "browser" | "native";
                    email: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionAnswer"];
                };
            };
        };
    };
    revokeSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    refreshSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    refreshToken?: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionAnswer"];
                };
            };
        };
    };
    requestVerification: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        accepted: true;
                    };
                };
            };
        };
    };
    verifyEmail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listAuthoredCourses: {
        parameters: {
            query?: {
                /** @description From `next` or `previous` of an earlier page of the same list */
                cursor?: string;
                limit?: number;
                state?: "draft" | "published" | "archived";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description Null: the territory itself */
                            author: components["schemas"]["Person"] | null;
                            /** @description The draft differs from the newest version */
                            changed: boolean;
                            /** Format: uuid */
                            courseId: string;
                            /** @enum {string} */
                            language: "en" | "da";
                            revision: number;
                            /** Format: date-time */
                            savedAt: string;
                            slug: string;
                            /** @enum {string} */
                            state: "draft" | "published" | "archived";
                            title: {
                                da?: string;
                                en?: string;
                            };
                            versionNumber: number | null;
                        }[];
                        next: string | null;
                        previous: string | null;
                    };
                };
            };
        };
    };
    listOwnAwards: {
        parameters: {
            query?: {
                /** @description From `next` or `previous` of an earlier page of the same list */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Award"][];
                        next: string | null;
                        previous: string | null;
                    };
                };
            };
        };
    };
    revokeAward: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                awardId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Award"];
                };
            };
        };
    };
    listBadges: {
        parameters: {
            query?: {
                /** @description From `next` or `previous` of an earlier page of the same list */
                cursor?: string;
                limit?: number;
                state?: components["schemas"]["BadgeState"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["BadgeSummary"][];
                        next: string | null;
                        previous: string | null;
                    };
                };
            };
        };
    };
    defineBadge: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID per intended change: the same key with the same body gives the first answer again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    about: {
                        da: string;
                        en: string;
                    };
                    badge: string;
                    /** @description May be awarded by hand */
                    byHand: boolean;
                    colour: components["schemas"]["BadgeColour"];
                    criteria: {
                        da: string;
                        en: string;
                    };
                    icon: components["schemas"]["BadgeIcon"];
                    /** @default 1 */
                    level?: number;
                    name: {
                        da: string;
                        en: string;
                    };
                    prerequisites?: ({
                        /** @constant */
                        rule: "everyone";
                    } | {
                        /** @constant */
                        rule: "member";
                    } | {
                        badge: string;
                        evenExpired?: boolean;
                        from?: ("above" | "sovereign") | string;
                        level?: number;
                        /** @constant */
                        rule: "badge";
                    } | components["schemas"]["__schema0"] | {
                        of: components["schemas"]["__schema1"];
                        /** @constant */
                        rule: "any";
                    } | {
                        count: number;
                        of: components["schemas"]["__schema1"];
                        /** @constant */
                        rule: "atLeast";
                    }) | null;
                    renewFromDays: number;
                    /** @default draft */
                    state?: components["schemas"]["BadgeState"];
                    validDays: number | null;
                };
            };
        };
        responses: {
            /** @description The answer */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BadgeDefinition"];
                };
            };
        };
    };
    getBadge: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                badge: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        definition: components["schemas"]["BadgeDefinition"];
                        /** @description The caller’s own, newest */
                        held: components["schemas"]["Award"] | null;
                        /** @description Prerequisites for the caller; null when there are none or the caller is a guest */
                        way: components["schemas"]["AccessVerdict"] | null;
                    };
                };
            };
        };
    };
    changeBadge: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                badge: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    about: {
                        da: string;
                        en: string;
                    };
                    /** @description May be awarded by hand */
                    byHand: boolean;
                    colour: components["schemas"]["BadgeColour"];
                    criteria: {
                        da: string;
                        en: string;
                    };
                    icon: components["schemas"]["BadgeIcon"];
                    /** @default 1 */
                    level?: number;
                    name: {
                        da: string;
                        en: string;
                    };
                    prerequisites?: ({
                        /** @constant */
                        rule: "everyone";
                    } | {
                        /** @constant */
                        rule: "member";
                    } | {
                        badge: string;
                        evenExpired?: boolean;
                        from?: ("above" | "sovereign") | string;
                        level?: number;
                        /** @constant */
                        rule: "badge";
                    } | components["schemas"]["__schema0"] | {
                        of: components["schemas"]["__schema1"];
                        /** @constant */
                        rule: "any";
                    } | {
                        count: number;
                        of: components["schemas"]["__schema1"];
                        /** @constant */
                        rule: "atLeast";
                    }) | null;
                    renewFromDays: number;
                    state: components["schemas"]["BadgeState"];
                    validDays: number | null;
                    /** @description The version that was read */
                    version: number;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BadgeDefinition"];
                };
            };
        };
    };
    listHolders: {
        parameters: {
            query?: {
                /** @description From `next` or `previous` of an earlier page of the same list */
                cursor?: string;
                limit?: number;
                state?: components["schemas"]["HeldState"];
            };
            header?: never;
            path: {
                badge: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Award"][];
                        next: string | null;
                        previous: string | null;
                    };
                };
            };
        };
    };
    createAward: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID per intended change: the same key with the same body gives the first answer again */
                "Idempotency-Key"?: string;
            };
            path: {
                badge: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description As the badge says when left out or null */
                    expiresAt?: string | null;
                    level?: number;
                    /** Format: uuid */
                    memberId: string;
                    reason: string;
                    /** @description Where it counts; this territory when left out */
                    territory?: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Award"];
                };
            };
        };
    };
    listCategories: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Category"][];
                    };
                };
            };
        };
    };
    createCategory: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID per intended change: the same key with the same body gives the first answer again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    about: {
                        da: string;
                        en: string;
                    };
                    gates: components["schemas"]["CategoryGates"];
                    name: {
                        da: string;
                        en: string;
                    };
                    slug: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Category"];
                };
            };
        };
    };
    changeCategory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                categoryId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    about: {
                        da: string;
                        en: string;
                    };
                    gates: components["schemas"]["CategoryGates"];
                    name: {
                        da: string;
                        en: string;
                    };
                    revision: number;
                    slug: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Category"];
                };
            };
        };
    };
    markCategoryRead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                categoryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    orderCategories: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    categoryIds: string[];
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Category"][];
                    };
                };
            };
        };
    };
    listCourses: {
        parameters: {
            query?: {
                /** @description From `next` or `previous` of an earlier page of the same list */
                cursor?: string;
                language?: "en" | "da";
                level?: "beginner" | "intermediate" | "advanced";
                limit?: number;
                /** @description Words in the title, summary or outcomes */
                text?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            archived: boolean;
                            /** @description Null: the territory itself */
                            author: components["schemas"]["Person"] | null;
                            /** Format: uuid */
                            courseId: string;
                            cover: {
                                /** Format: uuid */
                                fileId: string;
                                height: number;
                                sizes: components["schemas"]["FileVariant"][];
                                /** @description Ask again before; null when the addresses stay */
                                urlsExpireAt: string | null;
                                width: number;
                            } | null;
                            gives: {
                                badge: string;
                                level: number;
                            } | null;
                            /** @enum {string} */
                            language: "en" | "da";
                            languages: ("en" | "da")[];
                            lessonCount: number;
                            /** @enum {string} */
                            level: "beginner" | "intermediate" | "advanced";
                            mine: {
                                /** @description Of the prerequisites; null when there are none */
                                access: components["schemas"]["AccessVerdict"] | null;
                                completed: boolean;
                                enrolled: ("active" | "left") | null;
                                mayEnrol: boolean;
                                percent: number | null;
                            } | null;
                            minutes: number;
                            prerequisites: ({
                                /** @constant */
                                rule: "everyone";
                            } | {
                                /** @constant */
                                rule: "member";
                            } | {
                                badge: string;
                                evenExpired?: boolean;
                                from?: ("above" | "sovereign") | string;
                                level?: number;
                                /** @constant */
                                rule: "badge";
                            } | components["schemas"]["__schema0"] | {
                                of: components["schemas"]["__schema1"];
                                /** @constant */
                                rule: "any";
                            } | {
                                count: number;
                                of: components["schemas"]["__schema1"];
                                /** @constant */
                                rule: "atLeast";
                            }) | null;
                            /** Format: date-time */
                            publishedAt: string;
                            quizCount: number;
                            slug: string;
                            summary: {
                                da?: string;
                                en?: string;
                            };
                            title: {
                                da?: string;
                                en?: string;
                            };
                            versionNumber: number;
                        }[];
                        next: string | null;
                        previous: string | null;
                    };
                };
            };
        };
    };
    createCourse: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID per intended change: the same key with the same body gives the first answer again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    language: "en" | "da";
                    /** @description From the title when left out */
                    slug?: string;
                    title: {
                        da?: string;
                        en?: string;
                    };
                };
            };
        };
        responses: {
            /** @description The answer */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Null: the territory itself */
                        author: components["schemas"]["Person"] | null;
                        /** @description The draft differs from the newest version */
                        changed: boolean;
                        /** Format: uuid */
                        courseId: string;
                        document: {
                            /** @description File of the purpose course_cover */
                            cover: string | null;
                            /** @description What completing it gives */
                            gives: {
                                badge: string;
                                level: number;
                            } | null;
                            /**
                             * @description The main language: every text has it, and readers of another fall back to it
                             * @enum {string}
                             */
                            language: "en" | "da";
                            /** @description In which the course is offered, the main one among them */
                            languages: ("en" | "da")[];
                            /** @enum {string} */
                            level: "beginner" | "intermediate" | "advanced";
                            /** @description How long it takes; null: the sum of its lessons */
                            minutes: number | null;
                            modules: {
                                id: string;
                                lessons: {
                                    blocks: ({
                                        id: string;
                                        /** @constant */
                                        kind: "text";
                                        markdown: {
                                            da?: string;
                                            en?: string;
                                        };
                                    } | {
                                        /** @description The picture in words, for who does not see it */
                                        alt: {
                                            da?: string;
                                            en?: string;
                                        };
                                        caption?: {
                                            da?: string;
                                            en?: string;
                                        };
                                        /** Format: uuid */
                                        fileId: string;
                                        id: string;
                                        /** @constant */
                                        kind: "image";
                                    } | {
                                        id: string;
                                        /** @constant */
                                        kind: "quiz";
                                        quizId: string;
                                    })[];
                                    id: string;
                                    minutes: number;
                                    /**
                                     * @description Guests may read it
                                     * @default false
                                     */
                                    preview: boolean;
                                    title: {
                                        da?: string;
                                        en?: string;
                                    };
                                }[];
                                title: {
                                    da?: string;
                                    en?: string;
                                };
                            }[];
                            outcomes: {
                                da?: string;
                                en?: string;
                            }[];
                            prerequisites: ({
                                /** @constant */
                                rule: "everyone";
                            } | {
                                /** @constant */
                                rule: "member";
                            } | {
                                badge: string;
                                evenExpired?: boolean;
                                from?: ("above" | "sovereign") | string;
                                level?: number;
                                /** @constant */
                                rule: "badge";
                            } | components["schemas"]["__schema0"] | {
                                of: components["schemas"]["__schema1"];
                                /** @constant */
                                rule: "any";
                            } | {
                                count: number;
                                of: components["schemas"]["__schema1"];
                                /** @constant */
                                rule: "atLeast";
                            }) | null;
                            quizzes: {
                                /**
                                 * @description How often; null: as often as one likes
                                 * @default null
                                 */
                                attempts: number | null;
                                id: string;
                                intro?: {
                                    da?: string;
                                    en?: string;
                                };
                                /**
                                 * @description Minutes to wait after handing in before the next attempt
                                 * @default null
                                 */
                                minutesBetween: number | null;
                                passPercent: number;
                                questions: ({
                                    choices: {
                                        id: string;
                                        text: {
                                            da?: string;
                                            en?: string;
                                        };
                                    }[];
                                    correct: string | null;
                                    /** @description Shown after handing in, whatever was answered */
                                    feedback?: {
                                        da?: string;
                                        en?: string;
                                    };
                                    id: string;
                                    /** @constant */
                                    kind: "single";
                                    /** @default 1 */
                                    points: number;
                                    prompt: {
                                        da?: string;
                                        en?: string;
                                    };
                                } | {
                                    choices: {
                                        id: string;
                                        text: {
                                            da?: string;
                                            en?: string;
                                        };
                                    }[];
                                    correct: string[];
                                    /** @description Shown after handing in, whatever was answered */
                                    feedback?: {
                                        da?: string;
                                        en?: string;
                                    };
                                    id: string;
                                    /** @constant */
                                    kind: "multiple";
                                    /** @default 1 */
                                    points: number;
                                    prompt: {
                                        da?: string;
                                        en?: string;
                                    };
                                } | {
                                    /** @description left id → right id; several may have the same right */
                                    correct: {
                                        [key: string]: string;
                                    };
                                    /** @description Shown after handing in, whatever was answered */
                                    feedback?: {
                                        da?: string;
                                        en?: string;
                                    };
                                    id: string;
                                    /** @constant */
                                    kind: "matching";
                                    left: {
                                        id: string;
                                        text: {
                                            da?: string;
                                            en?: string;
                                        };
                                    }[];
                                    /** @default 1 */
                                    points: number;
                                    prompt: {
                                        da?: string;
                                        en?: string;
                                    };
                                    right: {
                                        id: string;
                                        text: {
                                            da?: string;
                                            en?: string;
                                        };
                                    }[];
                                } | {
                                    /** @description From first to last */
                                    correct: string[];
                                    /** @description Shown after handing in, whatever was answered */
                                    feedback?: {
                                        da?: string;
                                        en?: string;
                                    };
                                    id: string;
                                    items: {
                                        id: string;
                                        text: {
                                            da?: string;
                                            en?: string;
                                        };
                                    }[];
                                    /** @constant */
                                    kind: "ordering";
                                    /** @default 1 */
                                    points: number;
                                    prompt: {
                                        da?: string;
                                        en?: string;
                                    };
                                } | {
                                    /** @description An answer in any of the languages counts; case, spaces and punctuation at the end do not matter */
                                    accepted: {
                                        da?: string[];
                                        en?: string[];
                                    };
                                    /** @description Shown after handing in, whatever was answered */
                                    feedback?: {
                                        da?: string;
                                        en?: string;
                                    };
                                    id: string;
                                    /** @constant */
                                    kind: "text";
                                    /** @default 1 */
                                    points: number;
                                    prompt: {
                                        da?: string;
                                        en?: string;
                                    };
                                } | {
                                    correct: number | null;
                                    /** @description Shown after handing in, whatever was answered */
                                    feedback?: {
                                        da?: string;
                                        en?: string;
                                    };
                                    id: string;
                                    /** @constant */
                                    kind: "number";
                                    /** @default 1 */
                                    points: number;
                                    prompt: {
                                        da?: string;
                                        en?: string;
                                    };
                                    /** @default 0 */
                                    tolerance: number;
                                    unit?: {
                                        da?: string;
                                        en?: string;
                                    };
                                })[];
                                /**
                                 * @description Must be passed to complete the course
                                 * @default true
                                 */
                                required: boolean;
                                /**
                                 * @description Questions and choices in another order for each attempt
                                 * @default true
                                 */
                                shuffle: boolean;
                                title: {
                                    da?: string;
                                    en?: string;
                                };
                            }[];
                            summary: {
                                da?: string;
                                en?: string;
                            };
                            title: {
                                da?: string;
                                en?: string;
                            };
                        };
                        /** @enum {string} */
                        language: "en" | "da";
                        revision: number;
                        /** Format: date-time */
                        savedAt: string;
                        /** @description Null: the territory itself */
                        savedBy: components["schemas"]["Person"] | null;
                        slug: string;
                        /** @enum {string} */
                        state: "draft" | "published" | "archived";
                        title: {
                            da?: string;
                            en?: string;
                        };
                        versionNumber: number | null;
                    };
                };
            };
        };
    };
    getCourse: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                course: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        archived: boolean;
                        /** @description Null: the territory itself */
                        author: components["schemas"]["Person"] | null;
                        /** Format: uuid */
                        courseId: string;
                        cover: {
                            /** Format: uuid */
                            fileId: string;
                            height: number;
                            sizes: components["schemas"]["FileVariant"][];
                            /** @description Ask again before; null when the addresses stay */
                            urlsExpireAt: string | null;
                            width: number;
                        } | null;
                        gives: {
                            badge: string;
                            level: number;
                        } | null;
                        /** @enum {string} */
                        language: "en" | "da";
                        languages: ("en" | "da")[];
                        lessonCount: number;
                        /** @enum {string} */
                        level: "beginner" | "intermediate" | "advanced";
                        /** @description Null for guests */
                        mine: {
                            /** @description Of the prerequisites; null when there are none */
                            access: components["schemas"]["AccessVerdict"] | null;
                            completed: boolean;
                            enrolled: ("active" | "left") | null;
                            enrolment: {
                                /** @description Of this run */
                                completion: {
                                    /** Format: date-time */
                                    completedAt: string;
                                    /** Format: uuid */
                                    completionId: string;
                                    run: number;
                                    /** Format: uuid */
                                    versionId: string;
                                } | null;
                                /** @description Over all runs */
                                completions: number;
                                /** Format: uuid */
                                courseId: string;
                                /** @description Versions the learner was in before and can go back to */
                                earlier: {
                                    number: number;
                                    /** Format: date-time */
                                    publishedAt: string;
                                    /** Format: uuid */
                                    versionId: string;
                                }[];
                                /** Format: date-time */
                                enrolledAt: string;
                                /** @description The newest version, when the learner is in an older one; going there is a choice */
                                newer: {
                                    difference: {
                                        /** @description Title, summary, outcomes, level, cover, prerequisites, badge or the rules of a quiz differ */
                                        about: boolean;
                                        lessonsAdded: string[];
                                        lessonsChanged: string[];
                                        lessonsRemoved: string[];
                                        /** @description Modules and lessons are called, timed or ordered otherwise */
                                        order: boolean;
                                        quizzesAdded: string[];
                                        quizzesChanged: string[];
                                        quizzesRemoved: string[];
                                    };
                                    note: string | null;
                                    number: number;
                                    /** Format: date-time */
                                    publishedAt: string;
                                    /** Format: uuid */
                                    versionId: string;
                                } | null;
                                progress: {
                                    /** @description Lessons done */
                                    done: string[];
                                    /** @description Quizzes passed */
                                    passed: string[];
                                    percent: number;
                                    /** @description Where to go on: the last lesson and block on screen */
                                    resume: {
                                        blockId: string | null;
                                        lessonId: string;
                                    } | null;
                                    /** @description Lessons looked at */
                                    viewed: string[];
                                };
                                /** @description Taking the course again now gives the badge anew */
                                renewable: boolean;
                                run: number;
                                /** @enum {string} */
                                state: "active" | "left";
                                version: {
                                    number: number;
                                    /** Format: date-time */
                                    publishedAt: string;
                                    /** Format: uuid */
                                    versionId: string;
                                };
                            } | null;
                            mayArchive: boolean;
                            mayEdit: boolean;
                            mayEnrol: boolean;
                            percent: number | null;
                        } | null;
                        minutes: number;
                        modules: {
                            lessons: {
                                lessonId: string;
                                minutes: number;
                                preview: boolean;
                                quizIds: string[];
                                title: {
                                    da?: string;
                                    en?: string;
                                };
                            }[];
                            moduleId: string;
                            title: {
                                da?: string;
                                en?: string;
                            };
                        }[];
                        outcomes: {
                            da?: string;
                            en?: string;
                        }[];
                        prerequisites: ({
                            /** @constant */
                            rule: "everyone";
                        } | {
                            /** @constant */
                            rule: "member";
                        } | {
                            badge: string;
                            evenExpired?: boolean;
                            from?: ("above" | "sovereign") | string;
                            level?: number;
                            /** @constant */
                            rule: "badge";
                        } | components["schemas"]["__schema0"] | {
                            of: components["schemas"]["__schema1"];
                            /** @constant */
                            rule: "any";
                        } | {
                            count: number;
                            of: components["schemas"]["__schema1"];
                            /** @constant */
                            rule: "atLeast";
                        }) | null;
                        /** Format: date-time */
                        publishedAt: string;
                        quizCount: number;
                        quizzes: {
                            attempts: number | null;
                            passPercent: number;
                            questionCount: number;
                            quizId: string;
                            required: boolean;
                            title: {
                                da?: string;
                                en?: string;
                            };
                        }[];
                        slug: string;
                        summary: {
                            da?: string;
                            en?: string;
                        };
                        title: {
                            da?: string;
                            en?: string;
                        };
                        /** Format: uuid */
                        versionId: string;
                        versionNumber: number;
                    };
                };
            };
        };
    };
    archiveCourse: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                courseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    unarchiveCourse: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                courseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                courseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Null: the territory itself */
                        author: components["schemas"]["Person"] | null;
                        /** @description The draft differs from the newest version */
                        changed: boolean;
                        /** Format: uuid */
                        courseId: string;
                        document: {
                            /** @description File of the purpose course_cover */
                            cover: string | null;
                            /** @description What completing it gives */
                            gives: {
                                badge: string;
                                level: number;
                            } | null;
                            /**
                             * @description The main language: every text has it, and readers of another fall back to it
                             * @enum {string}
                             */
                            language: "en" | "da";
                            /** @description In which the course is offered, the main one among them */
                            languages: ("en" | "da")[];
                            /** @enum {string} */
                            level: "beginner" | "intermediate" | "advanced";
                            /** @description How long it takes; null: the sum of its lessons */
                            minutes: number | null;
                            modules: {
                                id: string;
                                lessons: {
                                    blocks: ({
                                        id: string;
                                        /** @constant */
                                        kind: "text";
                                        markdown: {
                                            da?: string;
                                            en?: string;
                                        };
                                    } | {
                                        /** @description The picture in words, for who does not see it */
                                        alt: {
                                            da?: string;
                                            en?: string;
                                        };
                                        caption?: {
                                            da?: string;
                                            en?: string;
                                        };
                                        /** Format: uuid */
                                        fileId: string;
                                        id: string;
                                        /** @constant */
                                        kind: "image";
                                    } | {
                                        id: string;
                                        /** @constant */
                                        kind: "quiz";
                                        quizId: string;
                                    })[];
                                    id: string;
                                    minutes: number;
                                    /**
                                     * @description Guests may read it
                                     * @default false
                                     */
                                    preview: boolean;
                                    title: {
                                        da?: string;
                                        en?: string;
                                    };
                                }[];
                                title: {
                                    da?: string;
                                    en?: string;
                                };
                            }[];
                            outcomes: {
                                da?: string;
                                en?: string;
                            }[];
                            prerequisites: ({
                                /** @constant */
                                rule: "everyone";
                            } | {
                                /** @constant */
                                rule: "member";
                            } | {
                                badge: string;
                                evenExpired?: boolean;
                                from?: ("above" | "sovereign") | string;
                                level?: number;
                                /** @constant */
                                rule: "badge";
                            } | components["schemas"]["__schema0"] | {
                                of: components["schemas"]["__schema1"];
                                /** @constant */
                                rule: "any";
                            } | {
                                count: number;
                                of: components["schemas"]["__schema1"];
                                /** @constant */
                                rule: "atLeast";
                            }) | null;
                            quizzes: {
                                /**
                                 * @description How often; null: as often as one likes
                                 * @default null
                                 */
                                attempts: number | null;
                                id: string;
                                intro?: {
                                    da?: string;
                                    en?: string;
                                };
                                /**
                                 * @description Minutes to wait after handing in before the next attempt
                                 * @default null
                                 */
                                minutesBetween: number | null;
                                passPercent: number;
                                questions: ({
                                    choices: {
                                        id: string;
                                        text: {
                                            da?: string;
                                            en?: string;
                                        };
                                    }[];
                                    correct: string | null;
                                    /** @description Shown after handing in, whatever was answered */
                                    feedback?: {
                                        da?: string;
                                        en?: string;
                                    };
                                    id: string;
                                    /** @constant */
                                    kind: "single";
                                    /** @default 1 */
                                    points: number;
                                    prompt: {
                                        da?: string;
                                        en?: string;
                                    };
                                } | {
                                    choices: {
                                        id: string;
                                        text: {
                                            da?: string;
                                            en?: string;
                                        };
                                    }[];
                                    correct: string[];
                                    /** @description Shown after handing in, whatever was answered */
                                    feedback?: {
                                        da?: string;
                                        en?: string;
                                    };
                                    id: string;
                                    /** @constant */
                                    kind: "multiple";
                                    /** @default 1 */
                                    points: number;
                                    prompt: {
                                        da?: string;
                                        en?: string;
                                    };
                                } | {
                                    /** @description left id → right id; several may have the same right */
                                    correct: {
                                        [key: string]: string;
                                    };
                                    /** @description Shown after handing in, whatever was answered */
                                    feedback?: {
                                        da?: string;
                                        en?: string;
                                    };
                                    id: string;
                                    /** @constant */
                                    kind: "matching";
                                    left: {
                                        id: string;
                                        text: {
                                            da?: string;
                                            en?: string;
                                        };
                                    }[];
                                    /** @default 1 */
                                    points: number;
                                    prompt: {
                                        da?: string;
                                        en?: string;
                                    };
                                    right: {
                                        id: string;
                                        text: {
                                            da?: string;
                                            en?: string;
                                        };
                                    }[];
                                } | {
                                    /** @description From first to last */
                                    correct: string[];
                                    /** @description Shown after handing in, whatever was answered */
                                    feedback?: {
                                        da?: string;
                                        en?: string;
                                    };
                                    id: string;
                                    items: {
                                        id: string;
                                        text: {
                                            da?: string;
                                            en?: string;
                                        };
                                    }[];
                                    /** @constant */
                                    kind: "ordering";
                                    /** @default 1 */
                                    points: number;
                                    prompt: {
                                        da?: string;
                                        en?: string;
                                    };
                                } | {
                                    /** @description An answer in any of the languages counts; case, spaces and punctuation at the end do not matter */
                                    accepted: {
                                        da?: string[];
                                        en?: string[];
                                    };
                                    /** @description Shown after handing in, whatever was answered */
                                    feedback?: {
                                        da?: string;
                                        en?: string;
                                    };
                                    id: string;
                                    /** @constant */
                                    kind: "text";
                                    /** @default 1 */
                                    points: number;
                                    prompt: {
                                        da?: string;
                                        en?: string;
                                    };
                                } | {
                                    correct: number | null;
                                    /** @description Shown after handing in, whatever was answered */
                                    feedback?: {
                                        da?: string;
                                        en?: string;
                                    };
                                    id: string;
                                    /** @constant */
                                    kind: "number";
                                    /** @default 1 */
                                    points: number;
                                    prompt: {
                                        da?: string;
                                        en?: string;
                                    };
                                    /** @default 0 */
                                    tolerance: number;
                                    unit?: {
                                        da?: string;
                                        en?: string;
                                    };
                                })[];
                                /**
                                 * @description Must be passed to complete the course
                                 * @default true
                                 */
                                required: boolean;
                                /**
                                 * @description Questions and choices in another order for each attempt
                                 * @default true
                                 */
                                shuffle: boolean;
                                title: {
                                    da?: string;
                                    en?: string;
                                };
                            }[];
                            summary: {
                                da?: string;
                                en?: string;
                            };
                            title: {
                                da?: string;
                                en?: string;
                            };
                        };
                        /** @enum {string} */
                        language: "en" | "da";
                        revision: number;
                        /** Format: date-time */
                        savedAt: string;
                        /** @description Null: the territory itself */
                        savedBy: components["schemas"]["Person"] | null;
                        slug: string;
                        /** @enum {string} */
                        state: "draft" | "published" | "archived";
                        title: {
                            da?: string;
                            en?: string;
                        };
                        versionNumber: number | null;
                    };
                };
            };
        };
    };
    saveDraft: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID per intended change: the same key with the same body gives the first answer again */
                "Idempotency-Key"?: string;
            };
            path: {
                courseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    document: {
                        /** @description File of the purpose course_cover */
                        cover: string | null;
                        /** @description What completing it gives */
                        gives: {
                            badge: string;
                            level: number;
                        } | null;
                        /**
                         * @description The main language: every text has it, and readers of another fall back to it
                         * @enum {string}
                         */
                        language: "en" | "da";
                        /** @description In which the course is offered, the main one among them */
                        languages: ("en" | "da")[];
                        /** @enum {string} */
                        level: "beginner" | "intermediate" | "advanced";
                        /** @description How long it takes; null: the sum of its lessons */
                        minutes: number | null;
                        modules: {
                            id: string;
                            lessons: {
                                blocks: ({
                                    id: string;
                                    /** @constant */
                                    kind: "text";
                                    markdown: {
                                        da?: string;
                                        en?: string;
                                    };
                                } | {
                                    /** @description The picture in words, for who does not see it */
                                    alt: {
                                        da?: string;
                                        en?: string;
                                    };
                                    caption?: {
                                        da?: string;
                                        en?: string;
                                    };
                                    /** Format: uuid */
                                    fileId: string;
                                    id: string;
                                    /** @constant */
                                    kind: "image";
                                } | {
                                    id: string;
                                    /** @constant */
                                    kind: "quiz";
                                    quizId: string;
                                })[];
                                id: string;
                                minutes: number;
                                /**
                                 * @description Guests may read it
                                 * @default false
                                 */
                                preview?: boolean;
                                title: {
                                    da?: string;
                                    en?: string;
                                };
                            }[];
                            title: {
                                da?: string;
                                en?: string;
                            };
                        }[];
                        outcomes: {
                            da?: string;
                            en?: string;
                        }[];
                        prerequisites?: ({
                            /** @constant */
                            rule: "everyone";
                        } | {
                            /** @constant */
                            rule: "member";
                        } | {
                            badge: string;
                            evenExpired?: boolean;
                            from?: ("above" | "sovereign") | string;
                            level?: number;
                            /** @constant */
                            rule: "badge";
                        } | components["schemas"]["__schema0"] | {
                            of: components["schemas"]["__schema1"];
                            /** @constant */
                            rule: "any";
                        } | {
                            count: number;
                            of: components["schemas"]["__schema1"];
                            /** @constant */
                            rule: "atLeast";
                        }) | null;
                        quizzes: {
                            /**
                             * @description How often; null: as often as one likes
                             * @default null
                             */
                            attempts?: number | null;
                            id: string;
                            intro?: {
                                da?: string;
                                en?: string;
                            };
                            /**
                             * @description Minutes to wait after handing in before the next attempt
                             * @default null
                             */
                            minutesBetween?: number | null;
                            passPercent: number;
                            questions: ({
                                choices: {
                                    id: string;
                                    text: {
                                        da?: string;
                                        en?: string;
                                    };
                                }[];
                                correct: string | null;
                                /** @description Shown after handing in, whatever was answered */
                                feedback?: {
                                    da?: string;
                                    en?: string;
                                };
                                id: string;
                                /** @constant */
                                kind: "single";
                                /** @default 1 */
                                points?: number;
                                prompt: {
                                    da?: string;
                                    en?: string;
                                };
                            } | {
                                choices: {
                                    id: string;
                                    text: {
                                        da?: string;
                                        en?: string;
                                    };
                                }[];
                                correct: string[];
                                /** @description Shown after handing in, whatever was answered */
                                feedback?: {
                                    da?: string;
                                    en?: string;
                                };
                                id: string;
                                /** @constant */
                                kind: "multiple";
                                /** @default 1 */
                                points?: number;
                                prompt: {
                                    da?: string;
                                    en?: string;
                                };
                            } | {
                                /** @description left id → right id; several may have the same right */
                                correct: {
                                    [key: string]: string;
                                };
                                /** @description Shown after handing in, whatever was answered */
                                feedback?: {
                                    da?: string;
                                    en?: string;
                                };
                                id: string;
                                /** @constant */
                                kind: "matching";
                                left: {
                                    id: string;
                                    text: {
                                        da?: string;
                                        en?: string;
                                    };
                                }[];
                                /** @default 1 */
                                points?: number;
                                prompt: {
                                    da?: string;
                                    en?: string;
                                };
                                right: {
                                    id: string;
                                    text: {
                                        da?: string;
                                        en?: string;
                                    };
                                }[];
                            } | {
                                /** @description From first to last */
                                correct: string[];
                                /** @description Shown after handing in, whatever was answered */
                                feedback?: {
                                    da?: string;
                                    en?: string;
                                };
                                id: string;
                                items: {
                                    id: string;
                                    text: {
                                        da?: string;
                                        en?: string;
                                    };
                                }[];
                                /** @constant */
                                kind: "ordering";
                                /** @default 1 */
                                points?: number;
                                prompt: {
                                    da?: string;
                                    en?: string;
                                };
                            } | {
                                /** @description An answer in any of the languages counts; case, spaces and punctuation at the end do not matter */
                                accepted: {
                                    da?: string[];
                                    en?: string[];
                                };
                                /** @description Shown after handing in, whatever was answered */
                                feedback?: {
                                    da?: string;
                                    en?: string;
                                };
                                id: string;
                                /** @constant */
                                kind: "text";
                                /** @default 1 */
                                points?: number;
                                prompt: {
                                    da?: string;
                                    en?: string;
                                };
                            } | {
                                correct: number | null;
                                /** @description Shown after handing in, whatever was answered */
                                feedback?: {
                                    da?: string;
                                    en?: string;
                                };
                                id: string;
                                /** @constant */
                                kind: "number";
                                /** @default 1 */
                                points?: number;
                                prompt: {
                                    da?: string;
                                    en?: string;
                                };
                                /** @default 0 */
                                tolerance?: number;
                                unit?: {
                                    da?: string;
                                    en?: string;
                                };
                            })[];
                            /**
                             * @description Must be passed to complete the course
                             * @default true
                             */
                            required?: boolean;
                            /**
                             * @description Questions and choices in another order for each attempt
                             * @default true
                             */
                            shuffle?: boolean;
                            title: {
                                da?: string;
                                en?: string;
                            };
                        }[];
                        summary: {
                            da?: string;
                            en?: string;
                        };
                        title: {
                            da?: string;
                            en?: string;
                        };
                    };
                    revision: number;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        changed: boolean;
                        revision: number;
                        /** Format: date-time */
                        savedAt: string;
                    };
                };
            };
        };
    };
    checkDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                courseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        advice: components["schemas"]["FieldFault"][];
                        /** @description To the newest version; null before the first */
                        difference: {
                            /** @description Title, summary, outcomes, level, cover, prerequisites, badge or the rules of a quiz differ */
                            about: boolean;
                            lessonsAdded: string[];
                            lessonsChanged: string[];
                            lessonsRemoved: string[];
                            /** @description Modules and lessons are called, timed or ordered otherwise */
                            order: boolean;
                            quizzesAdded: string[];
                            quizzesChanged: string[];
                            quizzesRemoved: string[];
                        } | null;
                        faults: components["schemas"]["FieldFault"][];
                        revision: number;
                    };
                };
            };
        };
    };
    previewLesson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                courseId: string;
                lessonId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        blocks: ({
                            html: {
                                da?: string;
                                en?: string;
                            };
                            id: string;
                            /** @constant */
                            kind: "text";
                        } | {
                            alt: {
                                da?: string;
                                en?: string;
                            };
                            caption: {
                                da?: string;
                                en?: string;
                            } | null;
                            id: string;
                            /** @constant */
                            kind: "image";
                            picture: {
                                /** Format: uuid */
                                fileId: string;
                                height: number;
                                sizes: components["schemas"]["FileVariant"][];
                                /** @description Ask again before; null when the addresses stay */
                                urlsExpireAt: string | null;
                                width: number;
                            } | null;
                        } | {
                            id: string;
                            /** @constant */
                            kind: "quiz";
                            quiz: {
                                attempts: number | null;
                                passPercent: number;
                                questionCount: number;
                                quizId: string;
                                required: boolean;
                                title: {
                                    da?: string;
                                    en?: string;
                                };
                            };
                        })[];
                        /** Format: uuid */
                        courseId: string;
                        done: boolean;
                        /** @enum {string} */
                        language: "en" | "da";
                        lessonId: string;
                        minutes: number;
                        moduleId: string;
                        next: string | null;
                        preview: boolean;
                        previous: string | null;
                        title: {
                            da?: string;
                            en?: string;
                        };
                        /** Format: uuid */
                        versionId: string;
                        viewed: boolean;
                    };
                };
            };
        };
    };
    restoreDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                courseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    from: {
                        revision: number;
                    } | {
                        /** Format: uuid */
                        versionId: string;
                    };
                    /** @description The revision of the draft that was on screen */
                    revision: number;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Null: the territory itself */
                        author: components["schemas"]["Person"] | null;
                        /** @description The draft differs from the newest version */
                        changed: boolean;
                        /** Format: uuid */
                        courseId: string;
                        document: {
                            /** @description File of the purpose course_cover */
                            cover: string | null;
                            /** @description What completing it gives */
                            gives: {
                                badge: string;
                                level: number;
                            } | null;
                            /**
                             * @description The main language: every text has it, and readers of another fall back to it
                             * @enum {string}
                             */
                            language: "en" | "da";
                            /** @description In which the course is offered, the main one among them */
                            languages: ("en" | "da")[];
                            /** @enum {string} */
                            level: "beginner" | "intermediate" | "advanced";
                            /** @description How long it takes; null: the sum of its lessons */
                            minutes: number | null;
                            modules: {
                                id: string;
                                lessons: {
                                    blocks: ({
                                        id: string;
                                        /** @constant */
                                        kind: "text";
                                        markdown: {
                                            da?: string;
                                            en?: string;
                                        };
                                    } | {
                                        /** @description The picture in words, for who does not see it */
                                        alt: {
                                            da?: string;
                                            en?: string;
                                        };
                                        caption?: {
                                            da?: string;
                                            en?: string;
                                        };
                                        /** Format: uuid */
                                        fileId: string;
                                        id: string;
                                        /** @constant */
                                        kind: "image";
                                    } | {
                                        id: string;
                                        /** @constant */
                                        kind: "quiz";
                                        quizId: string;
                                    })[];
                                    id: string;
                                    minutes: number;
                                    /**
                                     * @description Guests may read it
                                     * @default false
                                     */
                                    preview: boolean;
                                    title: {
                                        da?: string;
                                        en?: string;
                                    };
                                }[];
                                title: {
                                    da?: string;
                                    en?: string;
                                };
                            }[];
                            outcomes: {
                                da?: string;
                                en?: string;
                            }[];
                            prerequisites: ({
                                /** @constant */
                                rule: "everyone";
                            } | {
                                /** @constant */
                                rule: "member";
                            } | {
                                badge: string;
                                evenExpired?: boolean;
                                from?: ("above" | "sovereign") | string;
                                level?: number;
                                /** @constant */
                                rule: "badge";
                            } | components["schemas"]["__schema0"] | {
                                of: components["schemas"]["__schema1"];
                                /** @constant */
                                rule: "any";
                            } | {
                                count: number;
                                of: components["schemas"]["__schema1"];
                                /** @constant */
                                rule: "atLeast";
                            }) | null;
                            quizzes: {
                                /**
                                 * @description How often; null: as often as one likes
                                 * @default null
                                 */
                                attempts: number | null;
                                id: string;
                                intro?: {
                                    da?: string;
                                    en?: string;
                                };
                                /**
                                 * @description Minutes to wait after handing in before the next attempt
                                 * @default null
                                 */
                                minutesBetween: number | null;
                                passPercent: number;
                                questions: ({
                                    choices: {
                                        id: string;
                                        text: {
                                            da?: string;
                                            en?: string;
                                        };
                                    }[];
                                    correct: string | null;
                                    /** @description Shown after handing in, whatever was answered */
                                    feedback?: {
                                        da?: string;
                                        en?: string;
                                    };
                                    id: string;
                                    /** @constant */
                                    kind: "single";
                                    /** @default 1 */
                                    points: number;
                                    prompt: {
                                        da?: string;
                                        en?: string;
                                    };
                                } | {
                                    choices: {
                                        id: string;
                                        text: {
                                            da?: string;
                                            en?: string;
                                        };
                                    }[];
                                    correct: string[];
                                    /** @description Shown after handing in, whatever was answered */
                                    feedback?: {
                                        da?: string;
                                        en?: string;
                                    };
                                    id: string;
                                    /** @constant */
                                    kind: "multiple";
                                    /** @default 1 */
                                    points: number;
                                    prompt: {
                                        da?: string;
                                        en?: string;
                                    };
                                } | {
                                    /** @description left id → right id; several may have the same right */
                                    correct: {
                                        [key: string]: string;
                                    };
                                    /** @description Shown after handing in, whatever was answered */
                                    feedback?: {
                                        da?: string;
                                        en?: string;
                                    };
                                    id: string;
                                    /** @constant */
                                    kind: "matching";
                                    left: {
                                        id: string;
                                        text: {
                                            da?: string;
                                            en?: string;
                                        };
                                    }[];
                                    /** @default 1 */
                                    points: number;
                                    prompt: {
                                        da?: string;
                                        en?: string;
                                    };
                                    right: {
                                        id: string;
                                        text: {
                                            da?: string;
                                            en?: string;
                                        };
                                    }[];
                                } | {
                                    /** @description From first to last */
                                    correct: string[];
                                    /** @description Shown after handing in, whatever was answered */
                                    feedback?: {
                                        da?: string;
                                        en?: string;
                                    };
                                    id: string;
                                    items: {
                                        id: string;
                                        text: {
                                            da?: string;
                                            en?: string;
                                        };
                                    }[];
                                    /** @constant */
                                    kind: "ordering";
                                    /** @default 1 */
                                    points: number;
                                    prompt: {
                                        da?: string;
                                        en?: string;
                                    };
                                } | {
                                    /** @description An answer in any of the languages counts; case, spaces and punctuation at the end do not matter */
                                    accepted: {
                                        da?: string[];
                                        en?: string[];
                                    };
                                    /** @description Shown after handing in, whatever was answered */
                                    feedback?: {
                                        da?: string;
                                        en?: string;
                                    };
                                    id: string;
                                    /** @constant */
                                    kind: "text";
                                    /** @default 1 */
                                    points: number;
                                    prompt: {
                                        da?: string;
                                        en?: string;
                                    };
                                } | {
                                    correct: number | null;
                                    /** @description Shown after handing in, whatever was answered */
                                    feedback?: {
                                        da?: string;
                                        en?: string;
                                    };
                                    id: string;
                                    /** @constant */
                                    kind: "number";
                                    /** @default 1 */
                                    points: number;
                                    prompt: {
                                        da?: string;
                                        en?: string;
                                    };
                                    /** @default 0 */
                                    tolerance: number;
                                    unit?: {
                                        da?: string;
                                        en?: string;
                                    };
                                })[];
                                /**
                                 * @description Must be passed to complete the course
                                 * @default true
                                 */
                                required: boolean;
                                /**
                                 * @description Questions and choices in another order for each attempt
                                 * @default true
                                 */
                                shuffle: boolean;
                                title: {
                                    da?: string;
                                    en?: string;
                                };
                            }[];
                            summary: {
                                da?: string;
                                en?: string;
                            };
                            title: {
                                da?: string;
                                en?: string;
                            };
                        };
                        /** @enum {string} */
                        language: "en" | "da";
                        revision: number;
                        /** Format: date-time */
                        savedAt: string;
                        /** @description Null: the territory itself */
                        savedBy: components["schemas"]["Person"] | null;
                        slug: string;
                        /** @enum {string} */
                        state: "draft" | "published" | "archived";
                        title: {
                            da?: string;
                            en?: string;
                        };
                        versionNumber: number | null;
                    };
                };
            };
        };
    };
    listDraftRevisions: {
        parameters: {
            query?: {
                /** @description From `next` or `previous` of an earlier page of the same list */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                courseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            bytes: number;
                            restoredFrom: {
                                revision: number | null;
                                versionNumber: number | null;
                            } | null;
                            revision: number;
                            /** Format: date-time */
                            savedAt: string;
                            /** @description Null: the territory itself */
                            savedBy: components["schemas"]["Person"] | null;
                        }[];
                        next: string | null;
                        previous: string | null;
                    };
                };
            };
        };
    };
    getDraftRevision: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                courseId: string;
                revision: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        bytes: number;
                        document: {
                            /** @description File of the purpose course_cover */
                            cover: string | null;
                            /** @description What completing it gives */
                            gives: {
                                badge: string;
                                level: number;
                            } | null;
                            /**
                             * @description The main language: every text has it, and readers of another fall back to it
                             * @enum {string}
                             */
                            language: "en" | "da";
                            /** @description In which the course is offered, the main one among them */
                            languages: ("en" | "da")[];
                            /** @enum {string} */
                            level: "beginner" | "intermediate" | "advanced";
                            /** @description How long it takes; null: the sum of its lessons */
                            minutes: number | null;
                            modules: {
                                id: string;
                                lessons: {
                                    blocks: ({
                                        id: string;
                                        /** @constant */
                                        kind: "text";
                                        markdown: {
                                            da?: string;
                                            en?: string;
                                        };
                                    } | {
                                        /** @description The picture in words, for who does not see it */
                                        alt: {
                                            da?: string;
                                            en?: string;
                                        };
                                        caption?: {
                                            da?: string;
                                            en?: string;
                                        };
                                        /** Format: uuid */
                                        fileId: string;
                                        id: string;
                                        /** @constant */
                                        kind: "image";
                                    } | {
                                        id: string;
                                        /** @constant */
                                        kind: "quiz";
                                        quizId: string;
                                    })[];
                                    id: string;
                                    minutes: number;
                                    /**
                                     * @description Guests may read it
                                     * @default false
                                     */
                                    preview: boolean;
                                    title: {
                                        da?: string;
                                        en?: string;
                                    };
                                }[];
                                title: {
                                    da?: string;
                                    en?: string;
                                };
                            }[];
                            outcomes: {
                                da?: string;
                                en?: string;
                            }[];
                            prerequisites: ({
                                /** @constant */
                                rule: "everyone";
                            } | {
                                /** @constant */
                                rule: "member";
                            } | {
                                badge: string;
                                evenExpired?: boolean;
                                from?: ("above" | "sovereign") | string;
                                level?: number;
                                /** @constant */
                                rule: "badge";
                            } | components["schemas"]["__schema0"] | {
                                of: components["schemas"]["__schema1"];
                                /** @constant */
                                rule: "any";
                            } | {
                                count: number;
                                of: components["schemas"]["__schema1"];
                                /** @constant */
                                rule: "atLeast";
                            }) | null;
                            quizzes: {
                                /**
                                 * @description How often; null: as often as one likes
                                 * @default null
                                 */
                                attempts: number | null;
                                id: string;
                                intro?: {
                                    da?: string;
                                    en?: string;
                                };
                                /**
                                 * @description Minutes to wait after handing in before the next attempt
                                 * @default null
                                 */
                                minutesBetween: number | null;
                                passPercent: number;
                                questions: ({
                                    choices: {
                                        id: string;
                                        text: {
                                            da?: string;
                                            en?: string;
                                        };
                                    }[];
                                    correct: string | null;
                                    /** @description Shown after handing in, whatever was answered */
                                    feedback?: {
                                        da?: string;
                                        en?: string;
                                    };
                                    id: string;
                                    /** @constant */
                                    kind: "single";
                                    /** @default 1 */
                                    points: number;
                                    prompt: {
                                        da?: string;
                                        en?: string;
                                    };
                                } | {
                                    choices: {
                                        id: string;
                                        text: {
                                            da?: string;
                                            en?: string;
                                        };
                                    }[];
                                    correct: string[];
                                    /** @description Shown after handing in, whatever was answered */
                                    feedback?: {
                                        da?: string;
                                        en?: string;
                                    };
                                    id: string;
                                    /** @constant */
                                    kind: "multiple";
                                    /** @default 1 */
                                    points: number;
                                    prompt: {
                                        da?: string;
                                        en?: string;
                                    };
                                } | {
                                    /** @description left id → right id; several may have the same right */
                                    correct: {
                                        [key: string]: string;
                                    };
                                    /** @description Shown after handing in, whatever was answered */
                                    feedback?: {
                                        da?: string;
                                        en?: string;
                                    };
                                    id: string;
                                    /** @constant */
                                    kind: "matching";
                                    left: {
                                        id: string;
                                        text: {
                                            da?: string;
                                            en?: string;
                                        };
                                    }[];
                                    /** @default 1 */
                                    points: number;
                                    prompt: {
                                        da?: string;
                                        en?: string;
                                    };
                                    right: {
                                        id: string;
                                        text: {
                                            da?: string;
                                            en?: string;
                                        };
                                    }[];
                                } | {
                                    /** @description From first to last */
                                    correct: string[];
                                    /** @description Shown after handing in, whatever was answered */
                                    feedback?: {
                                        da?: string;
                                        en?: string;
                                    };
                                    id: string;
                                    items: {
                                        id: string;
                                        text: {
                                            da?: string;
                                            en?: string;
                                        };
                                    }[];
                                    /** @constant */
                                    kind: "ordering";
                                    /** @default 1 */
                                    points: number;
                                    prompt: {
                                        da?: string;
                                        en?: string;
                                    };
                                } | {
                                    /** @description An answer in any of the languages counts; case, spaces and punctuation at the end do not matter */
                                    accepted: {
                                        da?: string[];
                                        en?: string[];
                                    };
                                    /** @description Shown after handing in, whatever was answered */
                                    feedback?: {
                                        da?: string;
                                        en?: string;
                                    };
                                    id: string;
                                    /** @constant */
                                    kind: "text";
                                    /** @default 1 */
                                    points: number;
                                    prompt: {
                                        da?: string;
                                        en?: string;
                                    };
                                } | {
                                    correct: number | null;
                                    /** @description Shown after handing in, whatever was answered */
                                    feedback?: {
                                        da?: string;
                                        en?: string;
                                    };
                                    id: string;
                                    /** @constant */
                                    kind: "number";
                                    /** @default 1 */
                                    points: number;
                                    prompt: {
                                        da?: string;
                                        en?: string;
                                    };
                                    /** @default 0 */
                                    tolerance: number;
                                    unit?: {
                                        da?: string;
                                        en?: string;
                                    };
                                })[];
                                /**
                                 * @description Must be passed to complete the course
                                 * @default true
                                 */
                                required: boolean;
                                /**
                                 * @description Questions and choices in another order for each attempt
                                 * @default true
                                 */
                                shuffle: boolean;
                                title: {
                                    da?: string;
                                    en?: string;
                                };
                            }[];
                            summary: {
                                da?: string;
                                en?: string;
                            };
                            title: {
                                da?: string;
                                en?: string;
                            };
                        };
                        restoredFrom: {
                            revision: number | null;
                            versionNumber: number | null;
                        } | null;
                        revision: number;
                        /** Format: date-time */
                        savedAt: string;
                        /** @description Null: the territory itself */
                        savedBy: components["schemas"]["Person"] | null;
                    };
                };
            };
        };
    };
    enrol: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                courseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Of this run */
                        completion: {
                            /** Format: date-time */
                            completedAt: string;
                            /** Format: uuid */
                            completionId: string;
                            run: number;
                            /** Format: uuid */
                            versionId: string;
                        } | null;
                        /** @description Over all runs */
                        completions: number;
                        /** Format: uuid */
                        courseId: string;
                        /** @description Versions the learner was in before and can go back to */
                        earlier: {
                            number: number;
                            /** Format: date-time */
                            publishedAt: string;
                            /** Format: uuid */
                            versionId: string;
                        }[];
                        /** Format: date-time */
                        enrolledAt: string;
                        /** @description The newest version, when the learner is in an older one; going there is a choice */
                        newer: {
                            difference: {
                                /** @description Title, summary, outcomes, level, cover, prerequisites, badge or the rules of a quiz differ */
                                about: boolean;
                                lessonsAdded: string[];
                                lessonsChanged: string[];
                                lessonsRemoved: string[];
                                /** @description Modules and lessons are called, timed or ordered otherwise */
                                order: boolean;
                                quizzesAdded: string[];
                                quizzesChanged: string[];
                                quizzesRemoved: string[];
                            };
                            note: string | null;
                            number: number;
                            /** Format: date-time */
                            publishedAt: string;
                            /** Format: uuid */
                            versionId: string;
                        } | null;
                        progress: {
                            /** @description Lessons done */
                            done: string[];
                            /** @description Quizzes passed */
                            passed: string[];
                            percent: number;
                            /** @description Where to go on: the last lesson and block on screen */
                            resume: {
                                blockId: string | null;
                                lessonId: string;
                            } | null;
                            /** @description Lessons looked at */
                            viewed: string[];
                        };
                        /** @description Taking the course again now gives the badge anew */
                        renewable: boolean;
                        run: number;
                        /** @enum {string} */
                        state: "active" | "left";
                        version: {
                            number: number;
                            /** Format: date-time */
                            publishedAt: string;
                            /** Format: uuid */
                            versionId: string;
                        };
                    };
                };
            };
        };
    };
    leaveCourse: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                courseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    moveToVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                courseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    versionId: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Of this run */
                        completion: {
                            /** Format: date-time */
                            completedAt: string;
                            /** Format: uuid */
                            completionId: string;
                            run: number;
                            /** Format: uuid */
                            versionId: string;
                        } | null;
                        /** @description Over all runs */
                        completions: number;
                        /** Format: uuid */
                        courseId: string;
                        /** @description Versions the learner was in before and can go back to */
                        earlier: {
                            number: number;
                            /** Format: date-time */
                            publishedAt: string;
                            /** Format: uuid */
                            versionId: string;
                        }[];
                        /** Format: date-time */
                        enrolledAt: string;
                        /** @description The newest version, when the learner is in an older one; going there is a choice */
                        newer: {
                            difference: {
                                /** @description Title, summary, outcomes, level, cover, prerequisites, badge or the rules of a quiz differ */
                                about: boolean;
                                lessonsAdded: string[];
                                lessonsChanged: string[];
                                lessonsRemoved: string[];
                                /** @description Modules and lessons are called, timed or ordered otherwise */
                                order: boolean;
                                quizzesAdded: string[];
                                quizzesChanged: string[];
                                quizzesRemoved: string[];
                            };
                            note: string | null;
                            number: number;
                            /** Format: date-time */
                            publishedAt: string;
                            /** Format: uuid */
                            versionId: string;
                        } | null;
                        progress: {
                            /** @description Lessons done */
                            done: string[];
                            /** @description Quizzes passed */
                            passed: string[];
                            percent: number;
                            /** @description Where to go on: the last lesson and block on screen */
                            resume: {
                                blockId: string | null;
                                lessonId: string;
                            } | null;
                            /** @description Lessons looked at */
                            viewed: string[];
                        };
                        /** @description Taking the course again now gives the badge anew */
                        renewable: boolean;
                        run: number;
                        /** @enum {string} */
                        state: "active" | "left";
                        version: {
                            number: number;
                            /** Format: date-time */
                            publishedAt: string;
                            /** Format: uuid */
                            versionId: string;
                        };
                    };
                };
            };
        };
    };
    renewCourse: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                courseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Of this run */
                        completion: {
                            /** Format: date-time */
                            completedAt: string;
                            /** Format: uuid */
                            completionId: string;
                            run: number;
                            /** Format: uuid */
                            versionId: string;
                        } | null;
                        /** @description Over all runs */
                        completions: number;
                        /** Format: uuid */
                        courseId: string;
                        /** @description Versions the learner was in before and can go back to */
                        earlier: {
                            number: number;
                            /** Format: date-time */
                            publishedAt: string;
                            /** Format: uuid */
                            versionId: string;
                        }[];
                        /** Format: date-time */
                        enrolledAt: string;
                        /** @description The newest version, when the learner is in an older one; going there is a choice */
                        newer: {
                            difference: {
                                /** @description Title, summary, outcomes, level, cover, prerequisites, badge or the rules of a quiz differ */
                                about: boolean;
                                lessonsAdded: string[];
                                lessonsChanged: string[];
                                lessonsRemoved: string[];
                                /** @description Modules and lessons are called, timed or ordered otherwise */
                                order: boolean;
                                quizzesAdded: string[];
                                quizzesChanged: string[];
                                quizzesRemoved: string[];
                            };
                            note: string | null;
                            number: number;
                            /** Format: date-time */
                            publishedAt: string;
                            /** Format: uuid */
                            versionId: string;
                        } | null;
                        progress: {
                            /** @description Lessons done */
                            done: string[];
                            /** @description Quizzes passed */
                            passed: string[];
                            percent: number;
                            /** @description Where to go on: the last lesson and block on screen */
                            resume: {
                                blockId: string | null;
                                lessonId: string;
                            } | null;
                            /** @description Lessons looked at */
                            viewed: string[];
                        };
                        /** @description Taking the course again now gives the badge anew */
                        renewable: boolean;
                        run: number;
                        /** @enum {string} */
                        state: "active" | "left";
                        version: {
                            number: number;
                            /** Format: date-time */
                            publishedAt: string;
                            /** Format: uuid */
                            versionId: string;
                        };
                    };
                };
            };
        };
    };
    getLesson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                courseId: string;
                lessonId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        blocks: ({
                            html: {
                                da?: string;
                                en?: string;
                            };
                            id: string;
                            /** @constant */
                            kind: "text";
                        } | {
                            alt: {
                                da?: string;
                                en?: string;
                            };
                            caption: {
                                da?: string;
                                en?: string;
                            } | null;
                            id: string;
                            /** @constant */
                            kind: "image";
                            picture: {
                                /** Format: uuid */
                                fileId: string;
                                height: number;
                                sizes: components["schemas"]["FileVariant"][];
                                /** @description Ask again before; null when the addresses stay */
                                urlsExpireAt: string | null;
                                width: number;
                            } | null;
                        } | {
                            id: string;
                            /** @constant */
                            kind: "quiz";
                            quiz: {
                                attempts: number | null;
                                passPercent: number;
                                questionCount: number;
                                quizId: string;
                                required: boolean;
                                title: {
                                    da?: string;
                                    en?: string;
                                };
                            };
                        })[];
                        /** Format: uuid */
                        courseId: string;
                        done: boolean;
                        /** @enum {string} */
                        language: "en" | "da";
                        lessonId: string;
                        minutes: number;
                        moduleId: string;
                        next: string | null;
                        preview: boolean;
                        previous: string | null;
                        title: {
                            da?: string;
                            en?: string;
                        };
                        /** Format: uuid */
                        versionId: string;
                        viewed: boolean;
                    };
                };
            };
        };
    };
    finishLesson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                courseId: string;
                lessonId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Of this run */
                        completion: {
                            /** Format: date-time */
                            completedAt: string;
                            /** Format: uuid */
                            completionId: string;
                            run: number;
                            /** Format: uuid */
                            versionId: string;
                        } | null;
                        /** @description Over all runs */
                        completions: number;
                        /** Format: uuid */
                        courseId: string;
                        /** @description Versions the learner was in before and can go back to */
                        earlier: {
                            number: number;
                            /** Format: date-time */
                            publishedAt: string;
                            /** Format: uuid */
                            versionId: string;
                        }[];
                        /** Format: date-time */
                        enrolledAt: string;
                        /** @description The newest version, when the learner is in an older one; going there is a choice */
                        newer: {
                            difference: {
                                /** @description Title, summary, outcomes, level, cover, prerequisites, badge or the rules of a quiz differ */
                                about: boolean;
                                lessonsAdded: string[];
                                lessonsChanged: string[];
                                lessonsRemoved: string[];
                                /** @description Modules and lessons are called, timed or ordered otherwise */
                                order: boolean;
                                quizzesAdded: string[];
                                quizzesChanged: string[];
                                quizzesRemoved: string[];
                            };
                            note: string | null;
                            number: number;
                            /** Format: date-time */
                            publishedAt: string;
                            /** Format: uuid */
                            versionId: string;
                        } | null;
                        progress: {
                            /** @description Lessons done */
                            done: string[];
                            /** @description Quizzes passed */
                            passed: string[];
                            percent: number;
                            /** @description Where to go on: the last lesson and block on screen */
                            resume: {
                                blockId: string | null;
                                lessonId: string;
                            } | null;
                            /** @description Lessons looked at */
                            viewed: string[];
                        };
                        /** @description Taking the course again now gives the badge anew */
                        renewable: boolean;
                        run: number;
                        /** @enum {string} */
                        state: "active" | "left";
                        version: {
                            number: number;
                            /** Format: date-time */
                            publishedAt: string;
                            /** Format: uuid */
                            versionId: string;
                        };
                    };
                };
            };
        };
    };
    savePosition: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                courseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    blockId: string | null;
                    lessonId: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Lessons done */
                        done: string[];
                        /** @description Quizzes passed */
                        passed: string[];
                        percent: number;
                        /** @description Where to go on: the last lesson and block on screen */
                        resume: {
                            blockId: string | null;
                            lessonId: string;
                        } | null;
                        /** @description Lessons looked at */
                        viewed: string[];
                    };
                };
            };
        };
    };
    getQuiz: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                courseId: string;
                quizId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        attempts: number | null;
                        /** @description Null: as many as one likes */
                        attemptsLeft: number | null;
                        /** Format: uuid */
                        courseId: string;
                        intro: {
                            da?: string;
                            en?: string;
                        } | null;
                        /** @enum {string} */
                        language: "en" | "da";
                        /** @description When the next attempt may begin; null: now, or never */
                        mayStartAt: string | null;
                        minutesBetween: number | null;
                        /** @description The attempt that is begun and not handed in */
                        open: string | null;
                        passed: boolean;
                        passPercent: number;
                        points: number;
                        questionCount: number;
                        quizId: string;
                        /** @description Newest first */
                        recent: {
                            /** Format: uuid */
                            attemptId: string;
                            number: number;
                            passed: boolean | null;
                            percent: number | null;
                            /** Format: date-time */
                            startedAt: string;
                            /** @enum {string} */
                            state: "open" | "submitted";
                            submittedAt: string | null;
                        }[];
                        required: boolean;
                        title: {
                            da?: string;
                            en?: string;
                        };
                        /** Format: uuid */
                        versionId: string;
                    };
                };
            };
        };
    };
    startAttempt: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID per intended change: the same key with the same body gives the first answer again */
                "Idempotency-Key"?: string;
            };
            path: {
                courseId: string;
                quizId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        attemptId: string;
                        /** Format: uuid */
                        courseId: string;
                        /** @enum {string} */
                        language: "en" | "da";
                        number: number;
                        passed: boolean | null;
                        passPercent: number;
                        percent: number | null;
                        questions: ({
                            choices: {
                                id: string;
                                text: {
                                    da?: string;
                                    en?: string;
                                };
                            }[];
                            /** @description The question, sanitised */
                            html: {
                                da?: string;
                                en?: string;
                            };
                            id: string;
                            /** @constant */
                            kind: "single";
                            points: number;
                        } | {
                            choices: {
                                id: string;
                                text: {
                                    da?: string;
                                    en?: string;
                                };
                            }[];
                            /** @description The question, sanitised */
                            html: {
                                da?: string;
                                en?: string;
                            };
                            id: string;
                            /** @constant */
                            kind: "multiple";
                            points: number;
                        } | {
                            /** @description The question, sanitised */
                            html: {
                                da?: string;
                                en?: string;
                            };
                            id: string;
                            /** @constant */
                            kind: "matching";
                            left: {
                                id: string;
                                text: {
                                    da?: string;
                                    en?: string;
                                };
                            }[];
                            points: number;
                            right: {
                                id: string;
                                text: {
                                    da?: string;
                                    en?: string;
                                };
                            }[];
                        } | {
                            /** @description The question, sanitised */
                            html: {
                                da?: string;
                                en?: string;
                            };
                            id: string;
                            items: {
                                id: string;
                                text: {
                                    da?: string;
                                    en?: string;
                                };
                            }[];
                            /** @constant */
                            kind: "ordering";
                            points: number;
                        } | {
                            /** @description The question, sanitised */
                            html: {
                                da?: string;
                                en?: string;
                            };
                            id: string;
                            /** @constant */
                            kind: "text";
                            points: number;
                        } | {
                            /** @description The question, sanitised */
                            html: {
                                da?: string;
                                en?: string;
                            };
                            id: string;
                            /** @constant */
                            kind: "number";
                            points: number;
                            unit: {
                                da?: string;
                                en?: string;
                            } | null;
                        })[];
                        quizId: string;
                        /** @description After handing in */
                        result: {
                            outOf: number;
                            passed: boolean;
                            percent: number;
                            points: number;
                            questions: {
                                feedback: {
                                    da?: string;
                                    en?: string;
                                } | null;
                                /** @enum {string} */
                                mark: "right" | "partly" | "wrong" | "unanswered";
                                outOf: number;
                                points: number;
                                questionId: string;
                                solution: ({
                                    choice: string;
                                    /** @constant */
                                    kind: "single";
                                } | {
                                    choices: string[];
                                    /** @constant */
                                    kind: "multiple";
                                } | {
                                    /** @constant */
                                    kind: "matching";
                                    pairs: {
                                        [key: string]: string;
                                    };
                                } | {
                                    items: string[];
                                    /** @constant */
                                    kind: "ordering";
                                } | {
                                    accepted: {
                                        da?: string[];
                                        en?: string[];
                                    };
                                    /** @constant */
                                    kind: "text";
                                } | {
                                    /** @constant */
                                    kind: "number";
                                    tolerance: number;
                                    value: number;
                                }) | null;
                            }[];
                        } | null;
                        saved: {
                            answers: {
                                [key: string]: {
                                    choice: string;
                                    /** @constant */
                                    kind: "single";
                                } | {
                                    choices: string[];
                                    /** @constant */
                                    kind: "multiple";
                                } | {
                                    /** @constant */
                                    kind: "matching";
                                    /** @description left id → right id; what is not matched yet is left out */
                                    pairs: {
                                        [key: string]: string;
                                    };
                                } | {
                                    /** @description All items, from first to last */
                                    items: string[];
                                    /** @constant */
                                    kind: "ordering";
                                } | {
                                    /** @constant */
                                    kind: "text";
                                    text: string;
                                } | {
                                    /** @constant */
                                    kind: "number";
                                    value: string;
                                };
                            };
                            /** @description The highest sequence number seen; the next save uses a higher one */
                            seq: number;
                        };
                        /** Format: date-time */
                        startedAt: string;
                        /** @enum {string} */
                        state: "open" | "submitted";
                        submittedAt: string | null;
                        title: {
                            da?: string;
                            en?: string;
                        };
                        /** Format: uuid */
                        versionId: string;
                    };
                };
            };
        };
    };
    listVersions: {
        parameters: {
            query?: {
                /** @description From `next` or `previous` of an earlier page of the same list */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                courseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description CIDv1 of the canonical JSON of everything but the answer key */
                            cid: string;
                            /** @description To the version before; null for the first */
                            difference: {
                                /** @description Title, summary, outcomes, level, cover, prerequisites, badge or the rules of a quiz differ */
                                about: boolean;
                                lessonsAdded: string[];
                                lessonsChanged: string[];
                                lessonsRemoved: string[];
                                /** @description Modules and lessons are called, timed or ordered otherwise */
                                order: boolean;
                                quizzesAdded: string[];
                                quizzesChanged: string[];
                                quizzesRemoved: string[];
                            } | null;
                            /** @description SHA-256 of the answer key with the secret salt of the course */
                            keyHash: string;
                            /** @description Who are in this version now */
                            learners: number;
                            note: string | null;
                            number: number;
                            /** Format: date-time */
                            publishedAt: string;
                            /** @description Null: the territory itself */
                            publishedBy: components["schemas"]["Person"] | null;
                            /** Format: uuid */
                            versionId: string;
                        }[];
                        next: string | null;
                        previous: string | null;
                    };
                };
            };
        };
    };
    publishCourse: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                courseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    note?: string;
                    /** @description The revision that was on screen */
                    revision: number;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description CIDv1 of the canonical JSON of everything but the answer key */
                        cid: string;
                        /** @description To the version before; null for the first */
                        difference: {
                            /** @description Title, summary, outcomes, level, cover, prerequisites, badge or the rules of a quiz differ */
                            about: boolean;
                            lessonsAdded: string[];
                            lessonsChanged: string[];
                            lessonsRemoved: string[];
                            /** @description Modules and lessons are called, timed or ordered otherwise */
                            order: boolean;
                            quizzesAdded: string[];
                            quizzesChanged: string[];
                            quizzesRemoved: string[];
                        } | null;
                        /** @description SHA-256 of the answer key with the secret salt of the course */
                        keyHash: string;
                        /** @description Who are in this version now */
                        learners: number;
                        note: string | null;
                        number: number;
                        /** Format: date-time */
                        publishedAt: string;
                        /** @description Null: the territory itself */
                        publishedBy: components["schemas"]["Person"] | null;
                        /** Format: uuid */
                        versionId: string;
                    };
                };
            };
        };
    };
    getVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                courseId: string;
                versionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description CIDv1 of the canonical JSON of everything but the answer key */
                        cid: string;
                        /** @description To the version before; null for the first */
                        difference: {
                            /** @description Title, summary, outcomes, level, cover, prerequisites, badge or the rules of a quiz differ */
                            about: boolean;
                            lessonsAdded: string[];
                            lessonsChanged: string[];
                            lessonsRemoved: string[];
                            /** @description Modules and lessons are called, timed or ordered otherwise */
                            order: boolean;
                            quizzesAdded: string[];
                            quizzesChanged: string[];
                            quizzesRemoved: string[];
                        } | null;
                        document: {
                            /** @description File of the purpose course_cover */
                            cover: string | null;
                            /** @description What completing it gives */
                            gives: {
                                badge: string;
                                level: number;
                            } | null;
                            /**
                             * @description The main language: every text has it, and readers of another fall back to it
                             * @enum {string}
                             */
                            language: "en" | "da";
                            /** @description In which the course is offered, the main one among them */
                            languages: ("en" | "da")[];
                            /** @enum {string} */
                            level: "beginner" | "intermediate" | "advanced";
                            /** @description How long it takes; null: the sum of its lessons */
                            minutes: number | null;
                            modules: {
                                id: string;
                                lessons: {
                                    blocks: ({
                                        id: string;
                                        /** @constant */
                                        kind: "text";
                                        markdown: {
                                            da?: string;
                                            en?: string;
                                        };
                                    } | {
                                        /** @description The picture in words, for who does not see it */
                                        alt: {
                                            da?: string;
                                            en?: string;
                                        };
                                        caption?: {
                                            da?: string;
                                            en?: string;
                                        };
                                        /** Format: uuid */
                                        fileId: string;
                                        id: string;
                                        /** @constant */
                                        kind: "image";
                                    } | {
                                        id: string;
                                        /** @constant */
                                        kind: "quiz";
                                        quizId: string;
                                    })[];
                                    id: string;
                                    minutes: number;
                                    /**
                                     * @description Guests may read it
                                     * @default false
                                     */
                                    preview: boolean;
                                    title: {
                                        da?: string;
                                        en?: string;
                                    };
                                }[];
                                title: {
                                    da?: string;
                                    en?: string;
                                };
                            }[];
                            outcomes: {
                                da?: string;
                                en?: string;
                            }[];
                            prerequisites: ({
                                /** @constant */
                                rule: "everyone";
                            } | {
                                /** @constant */
                                rule: "member";
                            } | {
                                badge: string;
                                evenExpired?: boolean;
                                from?: ("above" | "sovereign") | string;
                                level?: number;
                                /** @constant */
                                rule: "badge";
                            } | components["schemas"]["__schema0"] | {
                                of: components["schemas"]["__schema1"];
                                /** @constant */
                                rule: "any";
                            } | {
                                count: number;
                                of: components["schemas"]["__schema1"];
                                /** @constant */
                                rule: "atLeast";
                            }) | null;
                            quizzes: {
                                /**
                                 * @description How often; null: as often as one likes
                                 * @default null
                                 */
                                attempts: number | null;
                                id: string;
                                intro?: {
                                    da?: string;
                                    en?: string;
                                };
                                /**
                                 * @description Minutes to wait after handing in before the next attempt
                                 * @default null
                                 */
                                minutesBetween: number | null;
                                passPercent: number;
                                questions: ({
                                    choices: {
                                        id: string;
                                        text: {
                                            da?: string;
                                            en?: string;
                                        };
                                    }[];
                                    correct: string | null;
                                    /** @description Shown after handing in, whatever was answered */
                                    feedback?: {
                                        da?: string;
                                        en?: string;
                                    };
                                    id: string;
                                    /** @constant */
                                    kind: "single";
                                    /** @default 1 */
                                    points: number;
                                    prompt: {
                                        da?: string;
                                        en?: string;
                                    };
                                } | {
                                    choices: {
                                        id: string;
                                        text: {
                                            da?: string;
                                            en?: string;
                                        };
                                    }[];
                                    correct: string[];
                                    /** @description Shown after handing in, whatever was answered */
                                    feedback?: {
                                        da?: string;
                                        en?: string;
                                    };
                                    id: string;
                                    /** @constant */
                                    kind: "multiple";
                                    /** @default 1 */
                                    points: number;
                                    prompt: {
                                        da?: string;
                                        en?: string;
                                    };
                                } | {
                                    /** @description left id → right id; several may have the same right */
                                    correct: {
                                        [key: string]: string;
                                    };
                                    /** @description Shown after handing in, whatever was answered */
                                    feedback?: {
                                        da?: string;
                                        en?: string;
                                    };
                                    id: string;
                                    /** @constant */
                                    kind: "matching";
                                    left: {
                                        id: string;
                                        text: {
                                            da?: string;
                                            en?: string;
                                        };
                                    }[];
                                    /** @default 1 */
                                    points: number;
                                    prompt: {
                                        da?: string;
                                        en?: string;
                                    };
                                    right: {
                                        id: string;
                                        text: {
                                            da?: string;
                                            en?: string;
                                        };
                                    }[];
                                } | {
                                    /** @description From first to last */
                                    correct: string[];
                                    /** @description Shown after handing in, whatever was answered */
                                    feedback?: {
                                        da?: string;
                                        en?: string;
                                    };
                                    id: string;
                                    items: {
                                        id: string;
                                        text: {
                                            da?: string;
                                            en?: string;
                                        };
                                    }[];
                                    /** @constant */
                                    kind: "ordering";
                                    /** @default 1 */
                                    points: number;
                                    prompt: {
                                        da?: string;
                                        en?: string;
                                    };
                                } | {
                                    /** @description An answer in any of the languages counts; case, spaces and punctuation at the end do not matter */
                                    accepted: {
                                        da?: string[];
                                        en?: string[];
                                    };
                                    /** @description Shown after handing in, whatever was answered */
                                    feedback?: {
                                        da?: string;
                                        en?: string;
                                    };
                                    id: string;
                                    /** @constant */
                                    kind: "text";
                                    /** @default 1 */
                                    points: number;
                                    prompt: {
                                        da?: string;
                                        en?: string;
                                    };
                                } | {
                                    correct: number | null;
                                    /** @description Shown after handing in, whatever was answered */
                                    feedback?: {
                                        da?: string;
                                        en?: string;
                                    };
                                    id: string;
                                    /** @constant */
                                    kind: "number";
                                    /** @default 1 */
                                    points: number;
                                    prompt: {
                                        da?: string;
                                        en?: string;
                                    };
                                    /** @default 0 */
                                    tolerance: number;
                                    unit?: {
                                        da?: string;
                                        en?: string;
                                    };
                                })[];
                                /**
                                 * @description Must be passed to complete the course
                                 * @default true
                                 */
                                required: boolean;
                                /**
                                 * @description Questions and choices in another order for each attempt
                                 * @default true
                                 */
                                shuffle: boolean;
                                title: {
                                    da?: string;
                                    en?: string;
                                };
                            }[];
                            summary: {
                                da?: string;
                                en?: string;
                            };
                            title: {
                                da?: string;
                                en?: string;
                            };
                        };
                        /** @description SHA-256 of the answer key with the secret salt of the course */
                        keyHash: string;
                        /** @description Who are in this version now */
                        learners: number;
                        note: string | null;
                        number: number;
                        /** Format: date-time */
                        publishedAt: string;
                        /** @description Null: the territory itself */
                        publishedBy: components["schemas"]["Person"] | null;
                        /** Format: uuid */
                        versionId: string;
                    };
                };
            };
        };
    };
    importCourse: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    document: {
                        /** @description File of the purpose course_cover */
                        cover: string | null;
                        /** @description What completing it gives */
                        gives: {
                            badge: string;
                            level: number;
                        } | null;
                        /**
                         * @description The main language: every text has it, and readers of another fall back to it
                         * @enum {string}
                         */
                        language: "en" | "da";
                        /** @description In which the course is offered, the main one among them */
                        languages: ("en" | "da")[];
                        /** @enum {string} */
                        level: "beginner" | "intermediate" | "advanced";
                        /** @description How long it takes; null: the sum of its lessons */
                        minutes: number | null;
                        modules: {
                            id: string;
                            lessons: {
                                blocks: ({
                                    id: string;
                                    /** @constant */
                                    kind: "text";
                                    markdown: {
                                        da?: string;
                                        en?: string;
                                    };
                                } | {
                                    /** @description The picture in words, for who does not see it */
                                    alt: {
                                        da?: string;
                                        en?: string;
                                    };
                                    caption?: {
                                        da?: string;
                                        en?: string;
                                    };
                                    /** Format: uuid */
                                    fileId: string;
                                    id: string;
                                    /** @constant */
                                    kind: "image";
                                } | {
                                    id: string;
                                    /** @constant */
                                    kind: "quiz";
                                    quizId: string;
                                })[];
                                id: string;
                                minutes: number;
                                /**
                                 * @description Guests may read it
                                 * @default false
                                 */
                                preview?: boolean;
                                title: {
                                    da?: string;
                                    en?: string;
                                };
                            }[];
                            title: {
                                da?: string;
                                en?: string;
                            };
                        }[];
                        outcomes: {
                            da?: string;
                            en?: string;
                        }[];
                        prerequisites?: ({
                            /** @constant */
                            rule: "everyone";
                        } | {
                            /** @constant */
                            rule: "member";
                        } | {
                            badge: string;
                            evenExpired?: boolean;
                            from?: ("above" | "sovereign") | string;
                            level?: number;
                            /** @constant */
                            rule: "badge";
                        } | components["schemas"]["__schema0"] | {
                            of: components["schemas"]["__schema1"];
                            /** @constant */
                            rule: "any";
                        } | {
                            count: number;
                            of: components["schemas"]["__schema1"];
                            /** @constant */
                            rule: "atLeast";
                        }) | null;
                        quizzes: {
                            /**
                             * @description How often; null: as often as one likes
                             * @default null
                             */
                            attempts?: number | null;
                            id: string;
                            intro?: {
                                da?: string;
                                en?: string;
                            };
                            /**
                             * @description Minutes to wait after handing in before the next attempt
                             * @default null
                             */
                            minutesBetween?: number | null;
                            passPercent: number;
                            questions: ({
                                choices: {
                                    id: string;
                                    text: {
                                        da?: string;
                                        en?: string;
                                    };
                                }[];
                                correct: string | null;
                                /** @description Shown after handing in, whatever was answered */
                                feedback?: {
                                    da?: string;
                                    en?: string;
                                };
                                id: string;
                                /** @constant */
                                kind: "single";
                                /** @default 1 */
                                points?: number;
                                prompt: {
                                    da?: string;
                                    en?: string;
                                };
                            } | {
                                choices: {
                                    id: string;
                                    text: {
                                        da?: string;
                                        en?: string;
                                    };
                                }[];
                                correct: string[];
                                /** @description Shown after handing in, whatever was answered */
                                feedback?: {
                                    da?: string;
                                    en?: string;
                                };
                                id: string;
                                /** @constant */
                                kind: "multiple";
                                /** @default 1 */
                                points?: number;
                                prompt: {
                                    da?: string;
                                    en?: string;
                                };
                            } | {
                                /** @description left id → right id; several may have the same right */
                                correct: {
                                    [key: string]: string;
                                };
                                /** @description Shown after handing in, whatever was answered */
                                feedback?: {
                                    da?: string;
                                    en?: string;
                                };
                                id: string;
                                /** @constant */
                                kind: "matching";
                                left: {
                                    id: string;
                                    text: {
                                        da?: string;
                                        en?: string;
                                    };
                                }[];
                                /** @default 1 */
                                points?: number;
                                prompt: {
                                    da?: string;
                                    en?: string;
                                };
                                right: {
                                    id: string;
                                    text: {
                                        da?: string;
                                        en?: string;
                                    };
                                }[];
                            } | {
                                /** @description From first to last */
                                correct: string[];
                                /** @description Shown after handing in, whatever was answered */
                                feedback?: {
                                    da?: string;
                                    en?: string;
                                };
                                id: string;
                                items: {
                                    id: string;
                                    text: {
                                        da?: string;
                                        en?: string;
                                    };
                                }[];
                                /** @constant */
                                kind: "ordering";
                                /** @default 1 */
                                points?: number;
                                prompt: {
                                    da?: string;
                                    en?: string;
                                };
                            } | {
                                /** @description An answer in any of the languages counts; case, spaces and punctuation at the end do not matter */
                                accepted: {
                                    da?: string[];
                                    en?: string[];
                                };
                                /** @description Shown after handing in, whatever was answered */
                                feedback?: {
                                    da?: string;
                                    en?: string;
                                };
                                id: string;
                                /** @constant */
                                kind: "text";
                                /** @default 1 */
                                points?: number;
                                prompt: {
                                    da?: string;
                                    en?: string;
                                };
                            } | {
                                correct: number | null;
                                /** @description Shown after handing in, whatever was answered */
                                feedback?: {
                                    da?: string;
                                    en?: string;
                                };
                                id: string;
                                /** @constant */
                                kind: "number";
                                /** @default 1 */
                                points?: number;
                                prompt: {
                                    da?: string;
                                    en?: string;
                                };
                                /** @default 0 */
                                tolerance?: number;
                                unit?: {
                                    da?: string;
                                    en?: string;
                                };
                            })[];
                            /**
                             * @description Must be passed to complete the course
                             * @default true
                             */
                            required?: boolean;
                            /**
                             * @description Questions and choices in another order for each attempt
                             * @default true
                             */
                            shuffle?: boolean;
                            title: {
                                da?: string;
                                en?: string;
                            };
                        }[];
                        summary: {
                            da?: string;
                            en?: string;
                        };
                        title: {
                            da?: string;
                            en?: string;
                        };
                    };
                    note?: string;
                    slug: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        courseId: string;
                        number: number;
                        /** @description False: this very content was published before */
                        published: boolean;
                        slug: string;
                        /** Format: uuid */
                        versionId: string;
                    };
                };
            };
        };
    };
    listPostDrafts: {
        parameters: {
            query?: {
                /** @description From `next` or `previous` of an earlier page of the same list */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PostDraft"][];
                        next: string | null;
                        previous: string | null;
                    };
                };
            };
        };
    };
    getPostDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                place: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostDraft"];
                };
            };
        };
    };
    savePostDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                place: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    markdown: string;
                    /** @default null */
                    replyToPostId?: string | null;
                    revision: number;
                    title?: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostDraft"];
                };
            };
        };
    };
    deletePostDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                place: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listEnrolments: {
        parameters: {
            query?: {
                /** @description From `next` or `previous` of an earlier page of the same list */
                cursor?: string;
                limit?: number;
                state?: "active" | "left";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            course: {
                                archived: boolean;
                                /** @description Null: the territory itself */
                                author: components["schemas"]["Person"] | null;
                                /** Format: uuid */
                                courseId: string;
                                cover: {
                                    /** Format: uuid */
                                    fileId: string;
                                    height: number;
                                    sizes: components["schemas"]["FileVariant"][];
                                    /** @description Ask again before; null when the addresses stay */
                                    urlsExpireAt: string | null;
                                    width: number;
                                } | null;
                                gives: {
                                    badge: string;
                                    level: number;
                                } | null;
                                /** @enum {string} */
                                language: "en" | "da";
                                languages: ("en" | "da")[];
                                lessonCount: number;
                                /** @enum {string} */
                                level: "beginner" | "intermediate" | "advanced";
                                minutes: number;
                                prerequisites: ({
                                    /** @constant */
                                    rule: "everyone";
                                } | {
                                    /** @constant */
                                    rule: "member";
                                } | {
                                    badge: string;
                                    evenExpired?: boolean;
                                    from?: ("above" | "sovereign") | string;
                                    level?: number;
                                    /** @constant */
                                    rule: "badge";
                                } | components["schemas"]["__schema0"] | {
                                    of: components["schemas"]["__schema1"];
                                    /** @constant */
                                    rule: "any";
                                } | {
                                    count: number;
                                    of: components["schemas"]["__schema1"];
                                    /** @constant */
                                    rule: "atLeast";
                                }) | null;
                                /** Format: date-time */
                                publishedAt: string;
                                quizCount: number;
                                slug: string;
                                summary: {
                                    da?: string;
                                    en?: string;
                                };
                                title: {
                                    da?: string;
                                    en?: string;
                                };
                                versionNumber: number;
                            };
                            enrolment: {
                                /** @description Of this run */
                                completion: {
                                    /** Format: date-time */
                                    completedAt: string;
                                    /** Format: uuid */
                                    completionId: string;
                                    run: number;
                                    /** Format: uuid */
                                    versionId: string;
                                } | null;
                                /** @description Over all runs */
                                completions: number;
                                /** Format: uuid */
                                courseId: string;
                                /** @description Versions the learner was in before and can go back to */
                                earlier: {
                                    number: number;
                                    /** Format: date-time */
                                    publishedAt: string;
                                    /** Format: uuid */
                                    versionId: string;
                                }[];
                                /** Format: date-time */
                                enrolledAt: string;
                                /** @description The newest version, when the learner is in an older one; going there is a choice */
                                newer: {
                                    difference: {
                                        /** @description Title, summary, outcomes, level, cover, prerequisites, badge or the rules of a quiz differ */
                                        about: boolean;
                                        lessonsAdded: string[];
                                        lessonsChanged: string[];
                                        lessonsRemoved: string[];
                                        /** @description Modules and lessons are called, timed or ordered otherwise */
                                        order: boolean;
                                        quizzesAdded: string[];
                                        quizzesChanged: string[];
                                        quizzesRemoved: string[];
                                    };
                                    note: string | null;
                                    number: number;
                                    /** Format: date-time */
                                    publishedAt: string;
                                    /** Format: uuid */
                                    versionId: string;
                                } | null;
                                progress: {
                                    /** @description Lessons done */
                                    done: string[];
                                    /** @description Quizzes passed */
                                    passed: string[];
                                    percent: number;
                                    /** @description Where to go on: the last lesson and block on screen */
                                    resume: {
                                        blockId: string | null;
                                        lessonId: string;
                                    } | null;
                                    /** @description Lessons looked at */
                                    viewed: string[];
                                };
                                /** @description Taking the course again now gives the badge anew */
                                renewable: boolean;
                                run: number;
                                /** @enum {string} */
                                state: "active" | "left";
                                version: {
                                    number: number;
                                    /** Format: date-time */
                                    publishedAt: string;
                                    /** Format: uuid */
                                    versionId: string;
                                };
                            };
                        }[];
                        next: string | null;
                        previous: string | null;
                    };
                };
            };
        };
    };
    getCategoryFeed: {
        parameters: {
            query?: {
                /** @description Of the feed's own words; the header Accept-Language when left out */
                language?: "en" | "da";
            };
            header?: never;
            path: {
                categoryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/atom+xml": string;
                };
            };
        };
    };
    getTerritoryFeed: {
        parameters: {
            query?: {
                /** @description Of the feed's own words; the header Accept-Language when left out */
                language?: "en" | "da";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/atom+xml": string;
                };
            };
        };
    };
    listFiles: {
        parameters: {
            query?: {
                /** @description From `next` or `previous` of an earlier page of the same list */
                cursor?: string;
                limit?: number;
                purpose?: components["schemas"]["FilePurpose"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["StoredFile"][];
                        next: string | null;
                        previous: string | null;
                    };
                };
            };
        };
    };
    startUpload: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID per intended change: the same key with the same body gives the first answer again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    alt?: string;
                    byteLength: number;
                    fileName: string;
                    purpose: components["schemas"]["FilePurpose"];
                    sha256?: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadProgress"];
                };
            };
        };
    };
    getFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fileId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoredFile"];
                };
            };
        };
    };
    deleteFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fileId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    sendChunk: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fileId: string;
                offset: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadProgress"];
                };
            };
        };
    };
    completeUpload: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fileId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoredFile"];
                };
            };
        };
    };
    getUpload: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fileId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadProgress"];
                };
            };
        };
    };
    listOwnFlags: {
        parameters: {
            query?: {
                /** @description From `next` or `previous` of an earlier page of the same list */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["OwnFlag"][];
                        next: string | null;
                        previous: string | null;
                    };
                };
            };
        };
    };
    listMemberBadges: {
        parameters: {
            query?: {
                /** @description From `next` or `previous` of an earlier page of the same list */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                memberId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ShownBadge"][];
                        next: string | null;
                        previous: string | null;
                    };
                };
            };
        };
    };
    listCases: {
        parameters: {
            query?: {
                categoryId?: string;
                /** @description From `next` or `previous` of an earlier page of the same list */
                cursor?: string;
                kind?: "flags" | "appeal";
                limit?: number;
                state?: components["schemas"]["CaseState"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ModerationCase"][];
                        next: string | null;
                        previous: string | null;
                    };
                };
            };
        };
    };
    getCase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModerationCase"];
                };
            };
        };
    };
    claimCase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModerationCase"];
                };
            };
        };
    };
    releaseCase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    decideCase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @constant */
                    outcome: "dismiss";
                    reason: string;
                } | {
                    /** @constant */
                    outcome: "hide";
                    reason: string;
                    rule: components["schemas"]["FlagKind"];
                } | {
                    /** @constant */
                    outcome: "grant";
                    reason: string;
                } | {
                    /** @constant */
                    outcome: "uphold";
                    reason: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModerationCase"];
                };
            };
        };
    };
    getDecision: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                decisionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Decision"];
                };
            };
        };
    };
    createAppeal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                decisionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Decision"];
                };
            };
        };
    };
    listModerationLog: {
        parameters: {
            query?: {
                categoryId?: string;
                /** @description From `next` or `previous` of an earlier page of the same list */
                cursor?: string;
                limit?: number;
                topicId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Decision"][];
                        next: string | null;
                        previous: string | null;
                    };
                };
            };
        };
    };
    markNotifications: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    mark: components["schemas"]["NotificationMark"];
                    which: components["schemas"]["WhichNotifications"];
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        changed: number;
                        /** @description To undo exactly this, for `read` and `done`; null when nothing changed */
                        markId: string | null;
                        unread: number;
                        unseen: number;
                    };
                };
            };
        };
    };
    undoNotificationMark: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                markId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        changed: number;
                        unread: number;
                        unseen: number;
                    };
                };
            };
        };
    };
    getNotificationPreferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationPreferences"];
                };
            };
        };
    };
    setNotificationPreferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NotificationPreferences"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationPreferences"];
                };
            };
        };
    };
    listNotifications: {
        parameters: {
            query?: {
                /** @description From `next` or `previous` of an earlier page of the same list */
                cursor?: string;
                kind?: components["schemas"]["NotificationKind"];
                limit?: number;
                state?: components["schemas"]["NotificationState"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["NotificationItem"][];
                        next: string | null;
                        previous: string | null;
                    };
                };
            };
        };
    };
    changeNotificationRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                notificationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    on: boolean;
                    reason: components["schemas"]["NotificationReason"];
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        on: boolean;
                        why: components["schemas"]["NotificationWhy"];
                    };
                };
            };
        };
    };
    countUnreadNotifications: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        unread: number;
                        unseen: number;
                    };
                };
            };
        };
    };
    getPost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                postId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Post"];
                };
            };
        };
    };
    deletePost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                postId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    editPost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                postId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The draft this came of: deleted with it unless it is newer; without this it is deleted in any case */
                    draftRevision?: number;
                    markdown: string;
                    reason?: string;
                    revision: number;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Post"];
                };
            };
        };
    };
    flagPost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                postId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    kind: components["schemas"]["FlagKind"];
                    text?: string | null;
                };
            };
        };
        responses: {
            /** @description The answer */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnFlag"];
                };
            };
        };
    };
    hidePost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                postId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                    rule: components["schemas"]["FlagKind"];
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Post"];
                };
            };
        };
    };
    restorePost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                postId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Post"];
                };
            };
        };
    };
    listRevisions: {
        parameters: {
            query?: {
                /** @description From `next` or `previous` of an earlier page of the same list */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                postId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Revision"][];
                        next: string | null;
                        previous: string | null;
                    };
                };
            };
        };
    };
    setVote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                postId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    vote: components["schemas"]["Vote"] | null;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ownVote: components["schemas"]["Vote"] | null;
                        score: number;
                    };
                };
            };
        };
    };
    previewMarkdown: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    markdown: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        html: string;
                    };
                };
            };
        };
    };
    getPushKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        publicKey: string;
                    };
                };
            };
        };
    };
    listPushDevices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PushDevice"][];
                    };
                };
            };
        };
    };
    subscribePush: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PushSubscriptionInput"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PushDevice"];
                };
            };
        };
    };
    removePushDevice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                subscriptionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    testPush: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                subscriptionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    unsubscribePush: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    endpoint: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    createTicket: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        expiresAt: string;
                        ticket: string;
                    };
                };
            };
        };
    };
    listOwnSanctions: {
        parameters: {
            query?: {
                /** @description From `next` or `previous` of an earlier page of the same list */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Decision"][];
                        next: string | null;
                        previous: string | null;
                    };
                };
            };
        };
    };
    listTerritories: {
        parameters: {
            query?: {
                /** @description From `next` or `previous` of an earlier page of the same list */
                cursor?: string;
                kind?: components["schemas"]["TerritoryKind"];
                language?: "en" | "da";
                limit?: number;
                parent?: string;
                search?: string;
                status?: "active" | "any";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["TerritorySummary"][];
                        next: string | null;
                        previous: string | null;
                    };
                };
            };
        };
    };
    requestTerritory: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    defaultLanguage: "en" | "da";
                    name: {
                        da: string;
                        en: string;
                        own?: string;
                    };
                    /** @description The territory of the host when left out */
                    parent?: string;
                    territoryId: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TerritoryOrder"];
                };
            };
        };
    };
    getTerritory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                territoryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TerritoryDetail"];
                };
            };
        };
    };
    changeTerritory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                territoryId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    defaultLanguage?: "en" | "da";
                    name?: {
                        da?: string;
                        en?: string;
                        own?: string | null;
                    };
                    settings?: {
                        registration?: components["schemas"]["Registration"] | null;
                        welcome?: {
                            da?: string | null;
                            en?: string | null;
                        };
                    };
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TerritoryDetail"];
                };
            };
        };
    };
    setTerritoryStatus: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                territoryId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                    /** @enum {string} */
                    status: "active" | "suspended" | "archived";
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TerritoryDetail"];
                };
            };
        };
    };
    getCurrentTerritory: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TerritoryDetail"];
                };
            };
        };
    };
    listTerritoryOrders: {
        parameters: {
            query?: {
                /** @description From `next` or `previous` of an earlier page of the same list */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["TerritoryOrder"][];
                        next: string | null;
                        previous: string | null;
                    };
                };
            };
        };
    };
    getTerritoryOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TerritoryOrder"];
                };
            };
        };
    };
    listTopics: {
        parameters: {
            query?: {
                categoryId?: string;
                /** @description From `next` or `previous` of an earlier page of the same list */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["TopicSummary"][];
                        next: string | null;
                        pinned: components["schemas"]["TopicSummary"][];
                        previous: string | null;
                    };
                };
            };
        };
    };
    createTopic: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID per intended change: the same key with the same body gives the first answer again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    categoryId: string;
                    /** @description The draft this came of: deleted with it unless it is newer; without this it is deleted in any case */
                    draftRevision?: number;
                    markdown: string;
                    title: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        post: components["schemas"]["Post"];
                        topic: components["schemas"]["TopicSummary"];
                    };
                };
            };
        };
    };
    getTopic: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                topicId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TopicPage"];
                };
            };
        };
    };
    changeTopic: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                topicId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @constant */
                    change: "pin";
                    reason?: string;
                    until: string | null;
                } | {
                    /** @constant */
                    change: "unpin";
                    reason?: string;
                } | {
                    /** @constant */
                    change: "close";
                    reason: string;
                } | {
                    /** @constant */
                    change: "open";
                    reason: string;
                } | {
                    /** Format: uuid */
                    categoryId: string;
                    /** @constant */
                    change: "move";
                    reason: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TopicPage"];
                };
            };
        };
    };
    listPosts: {
        parameters: {
            query?: {
                /** @description From `next` or `previous` of an earlier page of the same list */
                cursor?: string;
                from?: number;
                limit?: number;
            };
            header?: never;
            path: {
                topicId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Post"][];
                        next: string | null;
                        previous: string | null;
                    };
                };
            };
        };
    };
    createPost: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID per intended change: the same key with the same body gives the first answer again */
                "Idempotency-Key"?: string;
            };
            path: {
                topicId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The draft this came of: deleted with it unless it is newer; without this it is deleted in any case */
                    draftRevision?: number;
                    markdown: string;
                    /** Format: uuid */
                    replyToPostId?: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Post"];
                };
            };
        };
    };
    setReadState: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                topicId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    upTo: number;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadState"];
                };
            };
        };
    };
    describeUnsubscribe: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailSubscription"];
                };
            };
        };
    };
    unsubscribe: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": unknown;
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailSubscription"];
                };
            };
        };
    };
    resubscribe: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailSubscription"];
                };
            };
        };
    };
    getProfile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                handle: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicProfile"];
                };
            };
        };
    };
    getOwnProfile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnProfile"];
                };
            };
        };
    };
    updateOwnProfile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    about?: string;
                    /** @description An own file of the purpose avatar; null takes the picture away */
                    avatarFileId?: string | null;
                    displayName?: string;
                    handle?: string;
                    /** @enum {string} */
                    language?: "en" | "da";
                    timeZone?: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnProfile"];
                };
            };
        };
    };
    suggestPeople: {
        parameters: {
            query?: {
                prefix?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Person"][];
                    };
                };
            };
        };
    };
    listWatchLevels: {
        parameters: {
            query?: {
                /** @description From `next` or `previous` of an earlier page of the same list */
                cursor?: string;
                level?: components["schemas"]["WatchLevel"];
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["WatchedPlace"][];
                        next: string | null;
                        previous: string | null;
                    };
                };
            };
        };
    };
    getCategoryWatch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                categoryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WatchState"];
                };
            };
        };
    };
    setCategoryWatch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                categoryId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    level: components["schemas"]["WatchLevel"];
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WatchState"];
                };
            };
        };
    };
    clearCategoryWatch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                categoryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WatchState"];
                };
            };
        };
    };
    getTopicWatch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                topicId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WatchState"];
                };
            };
        };
    };
    setTopicWatch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                topicId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    level: components["schemas"]["WatchLevel"];
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WatchState"];
                };
            };
        };
    };
    clearTopicWatch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                topicId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WatchState"];
                };
            };
        };
    };
}
