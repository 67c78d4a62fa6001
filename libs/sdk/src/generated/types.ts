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
        /** The territory's categories in their own order (100 at most). */
        get: operations["listCategories"];
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
    "/notification-preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the member is told, and how. */
        get: operations["getNotificationPreferences"];
        /** Sets what the member is told, and how. */
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
        /** The member's notifications, newest first. Deleted posts are left out. */
        get: operations["listNotifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notifications/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Marks the named notifications, those of a topic up to a post, or all as read. */
        post: operations["markNotificationsRead"];
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
        /** How many notifications are unread (counted up to 100). */
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
        /** Deletes an own post; a marker stays in its place. */
        delete: operations["deletePost"];
        options?: never;
        head?: never;
        /** Changes the text of an own post; `revision` is the one that was read. */
        patch: operations["editPost"];
        trace?: never;
    };
    "/posts/{postId}/revisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The texts a post has had, newest first. */
        get: operations["listRevisions"];
        put?: never;
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
        post?: never;
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
    "/topics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Topics by latest activity, of one category or all. */
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
        patch?: never;
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
        /** One-click unsubscribe (RFC 8058): ends mail of that reason; no sign-in, no cookie. */
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
        Avatar: {
            /** Format: uri */
            large: string;
            /** Format: uri */
            small: string;
        };
        Category: {
            about: {
                da: string;
                en: string;
            };
            /** Format: uuid */
            categoryId: string;
            lastActivityAt: string | null;
            name: {
                da: string;
                en: string;
            };
            slug: string;
            topicCount: number;
        };
        Checkpoint: {
            /** Format: date-time */
            at: string;
            /** @description SHA-256 of the last entry, hex */
            head: string;
            keyId: string;
            /** @description Entries covered */
            seq: number;
            /** @description Ed25519 over the RFC 8785 form of the other fields, base64url */
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
        Cursor: {
            epoch: string;
            seq: number;
        };
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
        NotificationItem: {
            actor: components["schemas"]["Person"];
            /** Format: date-time */
            createdAt: string;
            excerpt: string;
            /** Format: uuid */
            notificationId: string;
            /** Format: uuid */
            postId: string;
            postNumber: number;
            readAt: string | null;
            /** @description Why the member is told, strongest first */
            reasons: components["schemas"]["NotificationReason"][];
            /** Format: uuid */
            topicId: string;
            topicSlug: string;
            topicTitle: string;
        };
        NotificationPreferences: {
            /** @description No mail at all, but for security and legal ones */
            mailPaused: boolean;
            mention: {
                inApp: boolean;
                mail: boolean;
            };
            reply: {
                inApp: boolean;
                mail: boolean;
            };
        };
        /** @enum {string} */
        NotificationReason: "mention" | "reply";
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
            /** @description Sanitised; empty when deleted */
            html: string;
            /** @description Source, for quoting and editing; empty when deleted */
            markdown: string;
            number: number;
            /** Format: uuid */
            postId: string;
            replyTo: {
                author: components["schemas"]["Person"];
                number: number;
                /** Format: uuid */
                postId: string;
            } | null;
            revision: number;
            /** Format: uuid */
            topicId: string;
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
            categoryId?: string;
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
        StreamEntryName: "topic.created" | "post.created" | "post.edited" | "post.deleted" | "notification.created" | "notification.read";
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
            parent: string | null;
            settings: components["schemas"]["TerritorySettings"];
            slug: string;
            sovereign: string;
            /**
             * @description listed: known but served by no pod yet
             * @enum {string}
             */
            status: "listed" | "active" | "suspended" | "archived";
        };
        /** @enum {string} */
        TerritoryKind: "country" | "first_nation" | "community";
        TerritorySettings: {
            /** @enum {string} */
            registration: "open" | "closed";
            welcome: {
                da: string;
                en: string;
            };
        };
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
            parent: string | null;
            slug: string;
            sovereign: string;
            /**
             * @description listed: known but served by no pod yet
             * @enum {string}
             */
            status: "listed" | "active" | "suspended" | "archived";
        };
        TopicSummary: {
            author: components["schemas"]["Person"];
            /** Format: uuid */
            categoryId: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            lastActivityAt: string;
            lastAuthor: components["schemas"]["Person"];
            postCount: number;
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
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type Schema0 = components['schemas']['__schema0'];
export type Schema1 = components['schemas']['__schema1'];
export type Avatar = components['schemas']['Avatar'];
export type Category = components['schemas']['Category'];
export type Checkpoint = components['schemas']['Checkpoint'];
export type ClientMessage = components['schemas']['ClientMessage'];
export type Cursor = components['schemas']['Cursor'];
export type Device = components['schemas']['Device'];
export type FieldFault = components['schemas']['FieldFault'];
export type FilePurpose = components['schemas']['FilePurpose'];
export type FileSize = components['schemas']['FileSize'];
export type FileVariant = components['schemas']['FileVariant'];
export type NotificationItem = components['schemas']['NotificationItem'];
export type NotificationPreferences = components['schemas']['NotificationPreferences'];
export type NotificationReason = components['schemas']['NotificationReason'];
export type OwnProfile = components['schemas']['OwnProfile'];
export type Person = components['schemas']['Person'];
export type Post = components['schemas']['Post'];
export type Problem = components['schemas']['Problem'];
export type PublicProfile = components['schemas']['PublicProfile'];
export type Revision = components['schemas']['Revision'];
export type ServerMessage = components['schemas']['ServerMessage'];
export type SessionAnswer = components['schemas']['SessionAnswer'];
export type StoredFile = components['schemas']['StoredFile'];
export type StreamEntry = components['schemas']['StreamEntry'];
export type StreamEntryData = components['schemas']['StreamEntryData'];
export type StreamEntryName = components['schemas']['StreamEntryName'];
export type TerritoryDetail = components['schemas']['TerritoryDetail'];
export type TerritoryKind = components['schemas']['TerritoryKind'];
export type TerritorySettings = components['schemas']['TerritorySettings'];
export type TerritorySummary = components['schemas']['TerritorySummary'];
export type TopicSummary = components['schemas']['TopicSummary'];
export type UploadProgress = components['schemas']['UploadProgress'];
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
                    "application/json": {
                        allowed: boolean;
                        lacking: {
                            badge: string;
                            course: {
                                /** Format: uuid */
                                courseId: string;
                                slug: string;
                                title: {
                                    da: string;
                                    en: string;
                                };
                            } | null;
                            expiredAt: string | null;
                            level: number;
                            name: {
                                da: string;
                                en: string;
                            };
                            /** @enum {string} */
                            reason: "missing" | "level_too_low" | "expired" | "elsewhere";
                        }[];
                        /**
                         * @description How many of `lacking` would open the door
                         * @enum {string}
                         */
                        needs: "all" | "one" | "some";
                        until: string | null;
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
                        items: {
                            /** Format: date-time */
                            awardedAt: string;
                            /** Format: uuid */
                            awardId: string;
                            badge: {
                                about: {
                                    da: string;
                                    en: string;
                                };
                                badge: string;
                                /** @enum {string} */
                                colour: "teal" | "amber" | "violet" | "rose" | "blue" | "green" | "slate";
                                /** @description Published courses that give it */
                                courses: {
                                    /** Format: uuid */
                                    courseId: string;
                                    slug: string;
                                    title: {
                                        da: string;
                                        en: string;
                                    };
                                }[];
                                /** @enum {string} */
                                icon: "host" | "shield" | "book" | "key" | "star" | "leaf" | "hands" | "voice" | "compass" | "crown";
                                level: number;
                                name: {
                                    da: string;
                                    en: string;
                                };
                                /** @enum {string} */
                                scope: "global" | "territory";
                                /** @enum {string} */
                                state: "draft" | "active" | "archived";
                            };
                            by: components["schemas"]["Person"] | null;
                            course: {
                                /** Format: uuid */
                                courseId: string;
                                slug: string;
                                title: {
                                    da: string;
                                    en: string;
                                };
                            } | null;
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
                            /** @enum {string} */
                            state: "valid" | "expired" | "revoked";
                            territory: string;
                        }[];
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
                    "application/json": {
                        /** Format: date-time */
                        awardedAt: string;
                        /** Format: uuid */
                        awardId: string;
                        badge: {
                            about: {
                                da: string;
                                en: string;
                            };
                            badge: string;
                            /** @enum {string} */
                            colour: "teal" | "amber" | "violet" | "rose" | "blue" | "green" | "slate";
                            /** @description Published courses that give it */
                            courses: {
                                /** Format: uuid */
                                courseId: string;
                                slug: string;
                                title: {
                                    da: string;
                                    en: string;
                                };
                            }[];
                            /** @enum {string} */
                            icon: "host" | "shield" | "book" | "key" | "star" | "leaf" | "hands" | "voice" | "compass" | "crown";
                            level: number;
                            name: {
                                da: string;
                                en: string;
                            };
                            /** @enum {string} */
                            scope: "global" | "territory";
                            /** @enum {string} */
                            state: "draft" | "active" | "archived";
                        };
                        by: components["schemas"]["Person"] | null;
                        course: {
                            /** Format: uuid */
                            courseId: string;
                            slug: string;
                            title: {
                                da: string;
                                en: string;
                            };
                        } | null;
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
                        /** @enum {string} */
                        state: "valid" | "expired" | "revoked";
                        territory: string;
                    };
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
                state?: "draft" | "active" | "archived";
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
                            about: {
                                da: string;
                                en: string;
                            };
                            badge: string;
                            /** @enum {string} */
                            colour: "teal" | "amber" | "violet" | "rose" | "blue" | "green" | "slate";
                            /** @description Published courses that give it */
                            courses: {
                                /** Format: uuid */
                                courseId: string;
                                slug: string;
                                title: {
                                    da: string;
                                    en: string;
                                };
                            }[];
                            /** @enum {string} */
                            icon: "host" | "shield" | "book" | "key" | "star" | "leaf" | "hands" | "voice" | "compass" | "crown";
                            level: number;
                            name: {
                                da: string;
                                en: string;
                            };
                            /** @enum {string} */
                            scope: "global" | "territory";
                            /** @enum {string} */
                            state: "draft" | "active" | "archived";
                        }[];
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
                    /** @enum {string} */
                    colour: "teal" | "amber" | "violet" | "rose" | "blue" | "green" | "slate";
                    criteria: {
                        da: string;
                        en: string;
                    };
                    /** @enum {string} */
                    icon: "host" | "shield" | "book" | "key" | "star" | "leaf" | "hands" | "voice" | "compass" | "crown";
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
                    /**
                     * @default draft
                     * @enum {string}
                     */
                    state?: "draft" | "active" | "archived";
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
                    "application/json": {
                        about: {
                            da: string;
                            en: string;
                        };
                        badge: string;
                        /** @description May be awarded by hand */
                        byHand: boolean;
                        /** @enum {string} */
                        colour: "teal" | "amber" | "violet" | "rose" | "blue" | "green" | "slate";
                        /** @description Published courses that give it */
                        courses: {
                            /** Format: uuid */
                            courseId: string;
                            slug: string;
                            title: {
                                da: string;
                                en: string;
                            };
                        }[];
                        criteria: {
                            da: string;
                            en: string;
                        };
                        /** @enum {string} */
                        icon: "host" | "shield" | "book" | "key" | "star" | "leaf" | "hands" | "voice" | "compass" | "crown";
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
                        /** @enum {string} */
                        state: "draft" | "active" | "archived";
                        validDays: number | null;
                        version: number;
                    };
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
                        definition: {
                            about: {
                                da: string;
                                en: string;
                            };
                            badge: string;
                            /** @description May be awarded by hand */
                            byHand: boolean;
                            /** @enum {string} */
                            colour: "teal" | "amber" | "violet" | "rose" | "blue" | "green" | "slate";
                            /** @description Published courses that give it */
                            courses: {
                                /** Format: uuid */
                                courseId: string;
                                slug: string;
                                title: {
                                    da: string;
                                    en: string;
                                };
                            }[];
                            criteria: {
                                da: string;
                                en: string;
                            };
                            /** @enum {string} */
                            icon: "host" | "shield" | "book" | "key" | "star" | "leaf" | "hands" | "voice" | "compass" | "crown";
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
                            /** @enum {string} */
                            state: "draft" | "active" | "archived";
                            validDays: number | null;
                            version: number;
                        };
                        /** @description The caller’s own, newest */
                        held: {
                            /** Format: date-time */
                            awardedAt: string;
                            /** Format: uuid */
                            awardId: string;
                            badge: {
                                about: {
                                    da: string;
                                    en: string;
                                };
                                badge: string;
                                /** @enum {string} */
                                colour: "teal" | "amber" | "violet" | "rose" | "blue" | "green" | "slate";
                                /** @description Published courses that give it */
                                courses: {
                                    /** Format: uuid */
                                    courseId: string;
                                    slug: string;
                                    title: {
                                        da: string;
                                        en: string;
                                    };
                                }[];
                                /** @enum {string} */
                                icon: "host" | "shield" | "book" | "key" | "star" | "leaf" | "hands" | "voice" | "compass" | "crown";
                                level: number;
                                name: {
                                    da: string;
                                    en: string;
                                };
                                /** @enum {string} */
                                scope: "global" | "territory";
                                /** @enum {string} */
                                state: "draft" | "active" | "archived";
                            };
                            by: components["schemas"]["Person"] | null;
                            course: {
                                /** Format: uuid */
                                courseId: string;
                                slug: string;
                                title: {
                                    da: string;
                                    en: string;
                                };
                            } | null;
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
                            /** @enum {string} */
                            state: "valid" | "expired" | "revoked";
                            territory: string;
                        } | null;
                        /** @description Prerequisites for the caller; null when there are none or the caller is a guest */
                        way: {
                            allowed: boolean;
                            lacking: {
                                badge: string;
                                course: {
                                    /** Format: uuid */
                                    courseId: string;
                                    slug: string;
                                    title: {
                                        da: string;
                                        en: string;
                                    };
                                } | null;
                                expiredAt: string | null;
                                level: number;
                                name: {
                                    da: string;
                                    en: string;
                                };
                                /** @enum {string} */
                                reason: "missing" | "level_too_low" | "expired" | "elsewhere";
                            }[];
                            /**
                             * @description How many of `lacking` would open the door
                             * @enum {string}
                             */
                            needs: "all" | "one" | "some";
                            until: string | null;
                        } | null;
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
                    /** @enum {string} */
                    colour: "teal" | "amber" | "violet" | "rose" | "blue" | "green" | "slate";
                    criteria: {
                        da: string;
                        en: string;
                    };
                    /** @enum {string} */
                    icon: "host" | "shield" | "book" | "key" | "star" | "leaf" | "hands" | "voice" | "compass" | "crown";
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
                    /** @enum {string} */
                    state: "draft" | "active" | "archived";
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
                    "application/json": {
                        about: {
                            da: string;
                            en: string;
                        };
                        badge: string;
                        /** @description May be awarded by hand */
                        byHand: boolean;
                        /** @enum {string} */
                        colour: "teal" | "amber" | "violet" | "rose" | "blue" | "green" | "slate";
                        /** @description Published courses that give it */
                        courses: {
                            /** Format: uuid */
                            courseId: string;
                            slug: string;
                            title: {
                                da: string;
                                en: string;
                            };
                        }[];
                        criteria: {
                            da: string;
                            en: string;
                        };
                        /** @enum {string} */
                        icon: "host" | "shield" | "book" | "key" | "star" | "leaf" | "hands" | "voice" | "compass" | "crown";
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
                        /** @enum {string} */
                        state: "draft" | "active" | "archived";
                        validDays: number | null;
                        version: number;
                    };
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
                state?: "valid" | "expired" | "revoked";
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
                        items: {
                            /** Format: date-time */
                            awardedAt: string;
                            /** Format: uuid */
                            awardId: string;
                            badge: {
                                about: {
                                    da: string;
                                    en: string;
                                };
                                badge: string;
                                /** @enum {string} */
                                colour: "teal" | "amber" | "violet" | "rose" | "blue" | "green" | "slate";
                                /** @description Published courses that give it */
                                courses: {
                                    /** Format: uuid */
                                    courseId: string;
                                    slug: string;
                                    title: {
                                        da: string;
                                        en: string;
                                    };
                                }[];
                                /** @enum {string} */
                                icon: "host" | "shield" | "book" | "key" | "star" | "leaf" | "hands" | "voice" | "compass" | "crown";
                                level: number;
                                name: {
                                    da: string;
                                    en: string;
                                };
                                /** @enum {string} */
                                scope: "global" | "territory";
                                /** @enum {string} */
                                state: "draft" | "active" | "archived";
                            };
                            by: components["schemas"]["Person"] | null;
                            course: {
                                /** Format: uuid */
                                courseId: string;
                                slug: string;
                                title: {
                                    da: string;
                                    en: string;
                                };
                            } | null;
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
                            /** @enum {string} */
                            state: "valid" | "expired" | "revoked";
                            territory: string;
                        }[];
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
                    "application/json": {
                        /** Format: date-time */
                        awardedAt: string;
                        /** Format: uuid */
                        awardId: string;
                        badge: {
                            about: {
                                da: string;
                                en: string;
                            };
                            badge: string;
                            /** @enum {string} */
                            colour: "teal" | "amber" | "violet" | "rose" | "blue" | "green" | "slate";
                            /** @description Published courses that give it */
                            courses: {
                                /** Format: uuid */
                                courseId: string;
                                slug: string;
                                title: {
                                    da: string;
                                    en: string;
                                };
                            }[];
                            /** @enum {string} */
                            icon: "host" | "shield" | "book" | "key" | "star" | "leaf" | "hands" | "voice" | "compass" | "crown";
                            level: number;
                            name: {
                                da: string;
                                en: string;
                            };
                            /** @enum {string} */
                            scope: "global" | "territory";
                            /** @enum {string} */
                            state: "draft" | "active" | "archived";
                        };
                        by: components["schemas"]["Person"] | null;
                        course: {
                            /** Format: uuid */
                            courseId: string;
                            slug: string;
                            title: {
                                da: string;
                                en: string;
                            };
                        } | null;
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
                        /** @enum {string} */
                        state: "valid" | "expired" | "revoked";
                        territory: string;
                    };
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
                        items: {
                            /** Format: date-time */
                            awardedAt: string;
                            badge: {
                                about: {
                                    da: string;
                                    en: string;
                                };
                                badge: string;
                                /** @enum {string} */
                                colour: "teal" | "amber" | "violet" | "rose" | "blue" | "green" | "slate";
                                /** @description Published courses that give it */
                                courses: {
                                    /** Format: uuid */
                                    courseId: string;
                                    slug: string;
                                    title: {
                                        da: string;
                                        en: string;
                                    };
                                }[];
                                /** @enum {string} */
                                icon: "host" | "shield" | "book" | "key" | "star" | "leaf" | "hands" | "voice" | "compass" | "crown";
                                level: number;
                                name: {
                                    da: string;
                                    en: string;
                                };
                                /** @enum {string} */
                                scope: "global" | "territory";
                                /** @enum {string} */
                                state: "draft" | "active" | "archived";
                            };
                            expiresAt: string | null;
                            level: number;
                            /** @enum {string} */
                            state: "valid" | "expired";
                            territory: string;
                        }[];
                        next: string | null;
                        previous: string | null;
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
                limit?: number;
                unread?: boolean;
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
    markNotificationsRead: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    notificationIds: string[];
                } | {
                    /** Format: uuid */
                    topicId: string;
                    upToNumber: number;
                } | {
                    /** @constant */
                    all: true;
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
                        unread: number;
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
                    "application/json": components["schemas"]["TopicSummary"];
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
                    "application/json": {
                        reason: components["schemas"]["NotificationReason"];
                        subscribed: boolean;
                    };
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
                    "application/json": {
                        reason: components["schemas"]["NotificationReason"];
                        subscribed: boolean;
                    };
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
                    "application/json": {
                        reason: components["schemas"]["NotificationReason"];
                        subscribed: boolean;
                    };
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
                        items: {
                            /** @default null */
                            avatar: components["schemas"]["Avatar"] | null;
                            displayName: string | null;
                            handle: string | null;
                            /** Format: uuid */
                            memberId: string;
                        }[];
                    };
                };
            };
        };
    };
}
