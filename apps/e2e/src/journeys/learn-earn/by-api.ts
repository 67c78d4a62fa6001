import { writeFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { badge, course, event, files, forum, notification, roleKeys, user } from '@unityplan/contracts';
import { ApiMember, eventually } from '../../actors/api-member.ts';
import { rightAnswers, wrongAnswers } from '../../actors/course-key.ts';
import { awardByOperator } from '../../actors/operator.ts';
import { png } from '../../actors/pictures.ts';
import { mailTo } from '../../pod.ts';
import { killService } from '../../run-pod.ts';
import { courseSlug as slug, quizId, type LearningPod } from './learning-pod.ts';

/** The whole journey as native clients make it, while each service dies once on the way. */
export async function learnEarnByApi(pod: LearningPod): Promise<void> {
  const [freja, mads, ida, ole] = await Promise.all([
    new ApiMember(pod, 'Freja', 'da').join(), new ApiMember(pod, 'Mads').join(), new ApiMember(pod, 'Ida').join(), new ApiMember(pod, 'Ole').join(),
  ]);

  await test.step('a newcomer uploads a picture, with a break half-way', async () => {
    const picture = png(600, 400);
    const upload = await freja.call(files.startUpload, { body: { purpose: 'avatar', fileName: 'me.png', byteLength: picture.length } });
    const half = Math.floor(picture.length / 2);
    await freja.call(files.sendChunk, { params: { fileId: upload.fileId, offset: 0 }, body: picture.subarray(0, half) });
    const { offset } = await freja.call(files.getUpload, { params: { fileId: upload.fileId } });
    expect(offset).toBe(half);
    await freja.call(files.sendChunk, { params: { fileId: upload.fileId, offset }, body: picture.subarray(offset) });
    await freja.call(files.completeUpload, { params: { fileId: upload.fileId } });
    const { avatar } = await freja.call(user.updateOwnProfile, { body: { avatarFileId: upload.fileId } });
    expect(avatar?.small).toContain('files');
  });

  const hosts = (await freja.call(forum.listCategories)).items.find((one) => one.slug === 'hosts')!;
  const opening = { categoryId: hosts.categoryId, title: 'How do you open a difficult conversation?', markdown: 'I have my first one on Thursday.' };
  const page = await test.step('a gated category refuses, and names the badge and the course', async () => {
    const { status, problem } = await freja.refused(forum.createTopic, { body: opening });
    expect([status, problem.code]).toEqual([403, 'badge_required']);
    expect(problem.detail).toContain('Vært for den gode samtale');
    expect(problem.params?.['lacking']).toMatchObject([{ badge: 'community-host', reason: 'missing', course: { slug } }]);
    return freja.call(course.getCourse, { params: { course: slug } });
  });
  const { courseId } = page;
  const lessons = page.modules.flatMap((module) => module.lessons.filter(({ quizIds }) => quizIds.length === 0).map(({ lessonId }) => lessonId));
  expect(lessons).toHaveLength(5);

  await test.step('half of the course, then back where it was left; the course service dies in between', async () => {
    await freja.call(course.enrol, { params: { courseId } });
    for (const lessonId of lessons.slice(0, 2)) await freja.call(course.finishLesson, { params: { courseId, lessonId } });
    const lesson = await freja.call(course.getLesson, { params: { courseId, lessonId: lessons[2]! } });
    await freja.call(course.savePosition, { params: { courseId }, body: { lessonId: lessons[2]!, blockId: lesson.blocks[0]!.id } });
    killService(pod, 'course');
    const { mine } = await freja.call(course.getCourse, { params: { course: slug } });
    expect(mine?.enrolment?.progress).toMatchObject({ done: lessons.slice(0, 2), resume: { lessonId: lessons[2] } });
    for (const lessonId of lessons.slice(2)) await freja.call(course.finishLesson, { params: { courseId, lessonId } });
  });

  await test.step('the quiz fails once, then passes; course and badge die meanwhile', async () => {
    const first = await freja.call(course.startAttempt, { params: { courseId, quizId } });
    expect(JSON.stringify(first)).not.toMatch(/"correct"|"accepted"|"feedback"/);
    const failed = await freja.call(course.submitAttempt, { params: { attemptId: first.attemptId }, body: { answers: wrongAnswers(), seq: 1 } });
    expect(failed.passed).toBe(false);
    const second = await freja.call(course.startAttempt, { params: { courseId, quizId } });
    await freja.call(course.saveAnswers, { params: { attemptId: second.attemptId }, body: { seq: 1, answers: rightAnswers() } });
    killService(pod, 'course');
    killService(pod, 'badge');
    const passed = await freja.call(course.submitAttempt, { params: { attemptId: second.attemptId }, body: {} });
    expect([passed.passed, passed.enrolment.completions]).toEqual([true, 1]);
  });

  const held = await test.step('one badge, one notification, and the door opens; notification dies meanwhile', async () => {
    killService(pod, 'notification');
    const { items } = await eventually(async () => {
      const awards = await freja.call(badge.listOwnAwards);
      expect(awards.items.filter((one) => one.badge.badge === 'community-host')).toHaveLength(1);
      return awards;
    }, 45_000);
    await eventually(async () => {
      const told = await freja.call(notification.listNotifications);
      expect(told.items.filter((one) => one.kind === 'badge')).toMatchObject([{ event: 'awarded', badge: { badge: 'community-host' } }]);
    }, 45_000);
    return items.find((one) => one.badge.badge === 'community-host')!;
  });
  killService(pod, 'forum');
  const { topic } = await freja.call(forum.createTopic, { body: opening });

  const reply = await test.step('another host replies, and the first hears of it by mail in her language; gateway and websocket die meanwhile', async () => {
    await mads.refused(forum.createPost, { params: { topicId: topic.topicId }, body: { markdown: 'With a question.' } });
    await awardByOperator(pod, mads.handle, 'community-host');
    killService(pod, 'websocket');
    killService(pod, 'api-gateway');
    const key = 'the-same-reply-twice';
    const [one, two] = await Promise.all([1, 2].map(() => mads.call(forum.createPost, { params: { topicId: topic.topicId }, body: { markdown: 'Shut up and read the rules, all of you.' }, key })));
    expect(two!.postId).toBe(one!.postId);
    const mail = await mailTo(freja.email, /Shut up and read the rules/, { of: pod, patienceMs: 45_000 });
    expect(mail.text).toContain('Hej Freja');
    return one!;
  });

  await test.step('a moderator hides it with a reason; another decides the appeal; the trail proves both', async () => {
    await awardByOperator(pod, ida.handle, roleKeys.manager);
    await ida.call(badge.createAward, { params: { badge: roleKeys.moderator }, body: { memberId: ole.memberId, reason: 'Elected in May' } });
    await freja.call(forum.flagPost, { params: { postId: reply.postId }, body: { kind: 'abuse', text: 'This is no way to talk.' } });
    const { items: [flagged] } = await eventually(() => ole.call(forum.listCases));
    await ole.call(forum.claimCase, { params: { caseId: flagged!.caseId } });
    const { problem: taken } = await ida.refused(forum.claimCase, { params: { caseId: flagged!.caseId } });
    expect(taken.code).toBe('case_claimed');
    await ole.call(forum.decideCase, { params: { caseId: flagged!.caseId }, body: { outcome: 'hide', rule: 'abuse', reason: 'Speak to people as you would at a table.' } });

    const seen = await freja.call(forum.getPost, { params: { postId: reply.postId } });
    expect(seen).toMatchObject({ html: '', hidden: { rule: 'abuse', reason: 'Speak to people as you would at a table.', by: { memberId: ole.memberId } } });
    const { items: [sanction] } = await mads.call(forum.listOwnSanctions);
    await mads.call(forum.createAppeal, { params: { decisionId: sanction!.decisionId }, body: { text: 'I was quoting the sign at the door.' } });
    await eventually(async () => {
      const told = await mads.call(notification.listNotifications, { query: { kind: 'moderation' } });
      expect(told.items).toMatchObject([{ event: 'post_hidden', reason: 'Speak to people as you would at a table.' }]);
    });
    const { items: [appeal] } = await ida.call(forum.listCases, { query: { kind: 'appeal' } });
    const { problem: own } = await ole.refused(forum.claimCase, { params: { caseId: appeal!.caseId } });
    expect(own.code).toBe('appeal_needs_another_moderator');
    await ida.call(forum.claimCase, { params: { caseId: appeal!.caseId } });
    await ida.call(forum.decideCase, { params: { caseId: appeal!.caseId }, body: { outcome: 'grant', reason: 'It was a quotation.' } });
    expect(await freja.call(forum.getPost, { params: { postId: reply.postId } })).toMatchObject({ hidden: null, markdown: 'Shut up and read the rules, all of you.' });
    await eventually(async () => {
      const trail = await freja.call(event.listAuditEntries, { query: { aggregate: topic.topicId } });
      expect(trail.items.map(({ name }) => name)).toEqual(expect.arrayContaining(['post.hidden', 'appeal.created', 'appeal.decided', 'post.restored']));
      expect(trail.items.every(({ inclusion }) => inclusion !== null)).toBe(true);
    }, 60_000);
  });

  await test.step('nothing twice: one reply, one award, one mail of each kind', async () => {
    const { items } = await freja.call(forum.listPosts, { params: { topicId: topic.topicId } });
    expect(items.map(({ number }) => number)).toEqual([1, 2]);
    expect((await freja.call(badge.listOwnAwards)).items).toHaveLength(1);
  });

  await test.step('a year later the badge has expired, and the door is closed, with the way to renew', async () => {
    writeFileSync(pod.clockFile, String(Date.parse(held.expiresAt!) - Date.now() + 1));
    const { problem } = await eventually(() => freja.refused(forum.createPost, { params: { topicId: topic.topicId }, body: { markdown: 'Thank you all.' } }), 2_000);
    expect(problem.params?.['lacking']).toMatchObject([{ badge: 'community-host', reason: 'expired', course: { slug } }]);
    await eventually(async () => {
      const told = await freja.call(notification.listNotifications, { query: { kind: 'badge' } });
      expect(told.items.map((one) => one.kind === 'badge' && one.event)).toContain('expired');
    });
  });
}
