using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Unisson.Bot.Calls;
using Unisson.Bot.Closing;
using Unisson.Bot.Commoners;
using Unisson.Bot.Commons;
using Unisson.Bot.Communities;
using Unisson.Bot.Concerns;
using Unisson.Bot.Contracts;
using Unisson.Bot.Contributions;
using Unisson.Bot.Digests;
using Unisson.Bot.Experiences;
using Unisson.Bot.Frames;
using Unisson.Bot.Links;
using Unisson.Bot.Missions;
using Unisson.Bot.Pledges;
using Unisson.Bot.Reminders;

namespace Unisson.Bot.Storage;

/// <summary>Keys, foreign keys and indexes, for every engine alike.</summary>
internal static class Shapes
{
    public static void People(ModelBuilder model)
    {
        model.Entity<Membership>(e =>
        {
            e.HasKey(m => new { m.CommunityId, m.PersonId });
            e.HasIndex(m => m.PersonId);
            e.HasIndex(m => new { m.CommunityId, m.IsGuarantor, m.IsAdmin });
            e.HasIndex(m => m.StillTrueAt);
            e.HasIndex(m => m.DigestAt);
            e.HasOne<Community>().WithMany().HasForeignKey(m => m.CommunityId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<Person>().WithMany().HasForeignKey(m => m.PersonId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<Community>().HasIndex(c => c.DigestAt);
        model.Entity<News>(e =>
        {
            e.HasIndex(n => new { n.CommunityId, n.PersonId, n.Id });
            OfMember(e, nameof(News.PersonId));
        });
        model.Entity<Channel>(e =>
        {
            e.HasIndex(c => new { c.CommunityId, c.Use, c.CommonId });
            e.HasOne<Community>().WithMany().HasForeignKey(c => c.CommunityId).OnDelete(DeleteBehavior.Restrict);
            OfCommon(e);
        });
        model.Entity<Installation>(e =>
        {
            e.HasIndex(i => new { i.Door, i.ExternalId }).IsUnique();
            e.HasOne<Community>().WithMany().HasForeignKey(i => i.CommunityId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<Person>(e =>
        {
            e.HasIndex(p => p.PauseEndsAt);
            e.HasIndex(p => p.Looks);
            e.HasIndex(p => p.Became).HasFilter("\"Became\" IS NOT NULL");
            e.Property(p => p.Days).HasConversion<int>();
            e.Property(p => p.Terms).HasConversion<int>();
        });
        model.Entity<Account>(e =>
        {
            e.HasIndex(a => new { a.Door, a.ExternalId }).IsUnique();
            e.HasIndex(a => a.PersonId);
            e.HasOne<Person>().WithMany().HasForeignKey(a => a.PersonId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<Mute>(e =>
        {
            e.HasKey(m => new { m.CommunityId, m.PersonId, m.CommonId });
            OfMember(e, nameof(Mute.PersonId));
            OfCommon(e);
        });
        model.Entity<Offer>(e =>
        {
            e.HasIndex(o => new { o.PersonId, o.Until });
            OfMember(e, nameof(Offer.PersonId));
        });
    }

    public static void CommonsAndMissions(ModelBuilder model)
    {
        model.Entity<Common>(e =>
        {
            InCommunity(e);
            e.HasIndex(c => new { c.CommunityId, c.Slug }).IsUnique();
            e.HasIndex(c => new { c.CommunityId, c.State, c.Slug });
            e.Property(c => c.Terms).HasConversion<int>();
            OfMember(e, nameof(Common.AddedBy));
            OfMember(e, nameof(Common.StewardId));
            OfMember(e, nameof(Common.ProposedStewardId));
        });
        model.Entity<Resource>(e =>
        {
            e.HasIndex(x => new { x.CommunityId, x.CommonId, x.FoldedTitle }).IsUnique();
            e.HasIndex(x => new { x.CommunityId, x.CommonId, x.Id });
            OfMember(e, nameof(Resource.AddedBy));
            OfCommon(e);
        });
        model.Entity<CommonBand>(e =>
        {
            e.HasKey(b => new { b.CommunityId, b.CommonId, b.Day });
            OfCommon(e);
        });
        model.Entity<Experience>(e =>
        {
            InCommunity(e);
            e.HasIndex(x => new { x.CommunityId, x.CommonId, x.SeenBy, x.PersonId });
            e.HasIndex(x => new { x.CommunityId, x.CommonId, x.PersonId }).IsUnique();
            e.HasIndex(x => new { x.PersonId, x.CommunityId });
            e.HasIndex(x => new { x.CommunityId, x.CommonId, x.IsAskable, x.Counted, x.RestedSince, x.PersonId });
            e.Property(x => x.Level).HasConversion<int>();
            e.Property(x => x.Confirmed).HasConversion<int>();
            e.Property(x => x.Counted).HasConversion<int>();
            OfMember(e, nameof(Experience.PersonId));
            OfCommon(e);
        });
        model.Entity<Mission>(e =>
        {
            InCommunity(e);
            e.HasIndex(m => new { m.CommunityId, m.IsApart, m.Number }).IsUnique();
            e.HasIndex(m => new { m.CommunityId, m.State, m.Deadline });
            e.HasIndex(m => new { m.CommunityId, m.State, m.Id });
            e.HasIndex(m => new { m.CommunityId, m.FoldedTitle });
            e.HasIndex(m => m.RecapAt).HasFilter("\"RecapAt\" IS NOT NULL");
            OfMember(e, nameof(Mission.OpenedBy));
        });
        model.Entity<MissionCommon>(e =>
        {
            e.HasKey(m => new { m.CommunityId, m.MissionId, m.CommonId });
            e.HasIndex(m => new { m.CommunityId, m.CommonId });
            e.HasOne<Mission>().WithMany(m => m.Commons).HasForeignKey(m => new { m.CommunityId, m.MissionId })
                .HasPrincipalKey(m => new { m.CommunityId, m.Id }).OnDelete(DeleteBehavior.Restrict);
            OfCommon(e);
        });
        model.Entity<RoleHolder>(e =>
        {
            e.HasIndex(h => new { h.CommunityId, h.MissionId, h.PersonId, h.Role }).IsUnique();
            e.HasIndex(h => new { h.CommunityId, h.PersonId });
            e.HasIndex(h => h.WaitsUntil).HasFilter("\"WaitsUntil\" IS NOT NULL");
            e.HasOne<Mission>().WithMany(m => m.Holders).HasForeignKey(h => new { h.CommunityId, h.MissionId })
                .HasPrincipalKey(m => new { m.CommunityId, m.Id }).OnDelete(DeleteBehavior.Restrict);
            OfMember(e, nameof(RoleHolder.PersonId));
        });
        model.Entity<NamedHolder>(e =>
        {
            e.HasIndex(h => new { h.CommunityId, h.MissionId });
            e.HasOne<Mission>().WithMany(m => m.Named).HasForeignKey(h => new { h.CommunityId, h.MissionId })
                .HasPrincipalKey(m => new { m.CommunityId, m.Id }).OnDelete(DeleteBehavior.Restrict);
            OfMember(e, nameof(NamedHolder.AddedBy));
        });
        model.Entity<JournalEntry>(e =>
        {
            e.HasIndex(j => new { j.CommunityId, j.MissionId, j.Id });
            OfMission(e);
            OfMember(e, nameof(JournalEntry.PersonId));
        });
    }

    /// <summary>What is agreed, promised, accepted and asked back in a mission.</summary>
    public static void Method(ModelBuilder model)
    {
        model.Entity<Frame>(e =>
        {
            e.HasIndex(f => new { f.CommunityId, f.MissionId });
            e.HasIndex(f => new { f.CommunityId, f.PersonId });
            e.Property(f => f.Terms).HasConversion<int>();
            OfMission(e);
            OfMember(e, nameof(Frame.PersonId));
        });
        model.Entity<Pledge>(e =>
        {
            e.HasIndex(p => new { p.CommunityId, p.IsApart, p.Number }).IsUnique();
            e.HasIndex(p => new { p.CommunityId, p.MissionId });
            e.HasIndex(p => new { p.CommunityId, p.CommonId });
            OfMission(e);
            OfCommon(e);
            OfMember(e, nameof(Pledge.PromisedBy));
        });
        model.Entity<Acceptance>(e =>
        {
            e.HasIndex(a => new { a.CommunityId, a.MissionId });
            e.HasIndex(a => new { a.CommunityId, a.PersonId });
            e.HasIndex(a => a.ReviewOn);
            OfMember(e, nameof(Acceptance.PersonId));
        });
        model.Entity<Lesson>(e =>
        {
            e.HasKey(l => new { l.CommunityId, l.MissionId, l.CommonId });
            e.HasIndex(l => new { l.CommunityId, l.CommonId });
            OfMission(e);
            OfCommon(e);
            OfMember(e, nameof(Lesson.WrittenBy));
        });
        model.Entity<Lookback>(e =>
        {
            e.HasIndex(l => l.DueAt).HasFilter("\"AskedAt\" IS NULL");
            e.HasIndex(l => new { l.CommunityId, l.MissionId });
            e.HasIndex(l => new { l.CommunityId, l.CommonId });
            OfMission(e);
            OfCommon(e);
        });
        model.Entity<Concern>(e =>
        {
            e.HasIndex(c => c.DueAt).HasFilter("\"DueAt\" IS NOT NULL");
            e.HasIndex(c => new { c.CommunityId, c.MissionId });
            e.HasIndex(c => new { c.CommunityId, c.PersonId });
            OfMission(e);
            OfMember(e, nameof(Concern.PersonId));
            OfMember(e, nameof(Concern.GuarantorId));
        });
    }

    public static void Calls(ModelBuilder model)
    {
        model.Entity<Call>(e =>
        {
            InCommunity(e);
            e.HasIndex(c => new { c.CommunityId, c.IsApart, c.Number }).IsUnique();
            e.HasIndex(c => new { c.CommunityId, c.MissionId });
            e.HasIndex(c => new { c.CommunityId, c.State, c.Number });
            e.HasIndex(c => new { c.CommunityId, c.CommonId, c.EndedAt });
            e.HasIndex(c => c.DueAt);
            e.Property(c => c.Terms).HasConversion<int>();
            e.Property(c => c.Slot).HasConversion<int>();
            e.Property(c => c.Level).HasConversion<int>();
            OfMission(e);
            OfMember(e, nameof(Call.CallerId));
        });
        model.Entity<Ask>(e =>
        {
            InCommunity(e);
            e.HasIndex(a => new { a.CallId, a.PersonId }).IsUnique();
            e.HasIndex(a => new { a.PersonId, a.Month });
            e.HasIndex(a => new { a.PersonId, a.State });
            e.HasIndex(a => new { a.State, a.PlannedAt });
            e.Property(a => a.Level).HasConversion<int>();
            e.HasOne<Call>().WithMany(c => c.Asks).HasForeignKey(a => new { a.CommunityId, a.CallId })
                .HasPrincipalKey(c => new { c.CommunityId, c.Id }).OnDelete(DeleteBehavior.Restrict);
            OfMember(e, nameof(Ask.PersonId));
        });
    }

    public static void Ledger(ModelBuilder model)
    {
        model.Entity<LedgerLine>(e =>
        {
            InCommunity(e);
            e.HasIndex(l => new { l.CommunityId, l.Number }).IsUnique();
            e.HasIndex(l => new { l.CommunityId, l.CommonId, l.Number });
            e.HasIndex(l => new { l.CommunityId, l.MissionId, l.Number });
            e.HasIndex(l => new { l.CommunityId, l.PersonId, l.Number });
            e.HasIndex(l => new { l.CommunityId, l.About });
            OfMember(e, nameof(LedgerLine.AuthorId));
            OfCommon(e);
        });
        model.Entity<LedgerText>(e =>
        {
            e.HasKey(t => t.LineId);
            e.Property(t => t.LineId).ValueGeneratedNever();
            e.HasOne<LedgerLine>().WithOne(l => l.Text).HasForeignKey<LedgerText>(t => t.LineId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<LedgerHead>(e =>
        {
            e.HasKey(h => h.CommunityId);
            e.Property(h => h.CommunityId).ValueGeneratedNever();
        });
        model.Entity<LedgerSum>(e =>
        {
            e.HasKey(s => new { s.CommunityId, s.CommonId, s.Month, s.Contribution });
            OfCommon(e);
        });
        model.Entity<Proposal>(e =>
        {
            e.HasIndex(p => new { p.CommunityId, p.Number }).IsUnique();
            e.HasIndex(p => new { p.CommunityId, p.PersonId });
            e.HasIndex(p => new { p.CommunityId, p.AuthorId });
            e.HasIndex(p => p.At);
            OfMember(e, nameof(Proposal.AuthorId));
            OfMember(e, nameof(Proposal.PersonId));
            OfCommon(e);
        });
    }

    public static void Deliveries(ModelBuilder model)
    {
        model.Entity<Instance>().Property(i => i.Id).ValueGeneratedNever();
        model.Entity<Counter>(e => e.HasKey(c => new { c.Of, c.OwnerId }));
        model.Entity<InboxRow>(e =>
        {
            e.HasKey(i => new { i.Door, i.Key });
            e.HasIndex(i => i.At);
            e.HasIndex(i => new { i.Door, i.PersonId }).HasFilter("\"AnsweredAt\" IS NULL");
        });
        model.Entity<OutboxRow>(e =>
        {
            e.HasIndex(o => new { o.Door, o.NotBefore, o.Id }).HasFilter("\"SentAt\" IS NULL AND \"Parked\" IS NULL");
            e.HasIndex(o => o.Card).HasFilter("\"SentAt\" IS NULL AND \"Card\" IS NOT NULL");
            e.HasIndex(o => o.AskId).HasFilter("\"SentAt\" IS NULL AND \"AskId\" IS NOT NULL");
            e.HasIndex(o => o.SentAt);
            e.HasIndex(o => new { o.Door, o.Subject }).HasFilter("\"SentAt\" IS NULL AND \"Parked\" IS NULL");
            e.HasIndex(o => new { o.Door, o.PersonId, o.Channel }).HasFilter("\"Parked\" IS NOT NULL");
            e.HasIndex(o => o.CommunityId).HasFilter("\"Parked\" IS NOT NULL");
        });
        model.Entity<Posted>(e =>
        {
            e.HasKey(p => new { p.Door, p.Channel, p.Card });
            e.HasIndex(p => p.PostedAt);
        });
        model.Entity<DoorState>().HasKey(d => d.Door);
        model.Entity<LinkCode>().HasIndex(c => c.Code).IsUnique();
        model.Entity<Draft>().HasIndex(d => d.Until);
        model.Entity<AuditRow>().HasIndex(a => new { a.CommunityId, a.Id });
        model.Entity<Reminder>(e =>
        {
            e.HasIndex(r => new { r.PersonId, r.Number }).IsUnique();
            e.HasIndex(r => r.DueAt).HasFilter("\"State\" = 'Active'");
            e.HasIndex(r => new { r.PersonId, r.State, r.DueAt });
            e.HasIndex(r => new { r.CommunityId, r.MissionId });
            OfMember(e, nameof(Reminder.PersonId));
        });
    }

    private static void InCommunity<T>(EntityTypeBuilder<T> e)
        where T : class
        => e.HasAlternateKey("CommunityId", "Id");

    private static void OfMember<T>(EntityTypeBuilder<T> e, string personId)
        where T : class
        => e.HasOne<Membership>().WithMany().HasForeignKey("CommunityId", personId).OnDelete(DeleteBehavior.Restrict);

    private static void OfCommon<T>(EntityTypeBuilder<T> e)
        where T : class
        => e.HasOne<Common>().WithMany().HasForeignKey("CommunityId", "CommonId").HasPrincipalKey("CommunityId", "Id").OnDelete(DeleteBehavior.Restrict);

    private static void OfMission<T>(EntityTypeBuilder<T> e)
        where T : class
        => e.HasOne<Mission>().WithMany().HasForeignKey("CommunityId", "MissionId").HasPrincipalKey("CommunityId", "Id").OnDelete(DeleteBehavior.Restrict);
}
