using Microsoft.EntityFrameworkCore;
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

/// <summary>
/// All that is stored. Rows of a community carry its id in their keys, so that none can point into another; what grows has an index for
/// each way it is read. What only one engine can do stands in the derived contexts.
/// </summary>
public abstract class BotDb(DbContextOptions options) : DbContext(options)
{
    // Compiled queries say themselves that they track: else the first context to run one would decide for all, and it may be one that only reads.
    private static readonly Func<BotDb, long, CancellationToken, Task<Person>> OnePerson =
        EF.CompileAsyncQuery((BotDb db, long id, CancellationToken ct) => db.People.AsTracking().First(p => p.Id == id));

    private static readonly Func<BotDb, long, CancellationToken, Task<Community>> OneCommunity =
        EF.CompileAsyncQuery((BotDb db, long id, CancellationToken ct) => db.Communities.AsTracking().First(c => c.Id == id));

    /// <summary>The earliest instant at which something that this unit of work stored falls due; the due clock is moved after the commit.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    /// <summary>Rows that a run of the due clock stepped over because they could not be worked on; it logs them.</summary>
    public List<(string What, Exception Error)> SteppedOver { get; private set; } = [];

    /// <summary>Places belong to other communities than before; the doors look anew after the commit.</summary>
    public bool PlacesMoved { get; set; }

    /// <summary>Who is forgotten by this work: written down beside the file before it is committed, and then wiped off the disk.</summary>
    public List<ForgottenOne> Forgotten { get; } = [];

    public DbSet<Instance> Instances => Set<Instance>();

    public DbSet<Community> Communities => Set<Community>();

    public DbSet<Membership> Memberships => Set<Membership>();

    public DbSet<Channel> Channels => Set<Channel>();

    public DbSet<Installation> Installations => Set<Installation>();

    public DbSet<Person> People => Set<Person>();

    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<Mute> Mutes => Set<Mute>();

    public DbSet<Offer> Offers => Set<Offer>();

    public DbSet<Common> Commons => Set<Common>();

    public DbSet<Resource> Resources => Set<Resource>();

    public DbSet<CommonBand> CommonBands => Set<CommonBand>();

    public DbSet<Experience> Experiences => Set<Experience>();

    public DbSet<Mission> Missions => Set<Mission>();

    public DbSet<MissionCommon> MissionCommons => Set<MissionCommon>();

    public DbSet<RoleHolder> RoleHolders => Set<RoleHolder>();

    public DbSet<NamedHolder> NamedHolders => Set<NamedHolder>();

    public DbSet<JournalEntry> Journal => Set<JournalEntry>();

    public DbSet<Frame> Frames => Set<Frame>();

    public DbSet<Pledge> Pledges => Set<Pledge>();

    public DbSet<Acceptance> Acceptances => Set<Acceptance>();

    public DbSet<Lesson> Lessons => Set<Lesson>();

    public DbSet<Lookback> Lookbacks => Set<Lookback>();

    public DbSet<Concern> Concerns => Set<Concern>();

    public DbSet<Call> Calls => Set<Call>();

    public DbSet<Ask> Asks => Set<Ask>();

    public DbSet<LedgerLine> Ledger => Set<LedgerLine>();

    public DbSet<LedgerText> LedgerTexts => Set<LedgerText>();

    public DbSet<LedgerHead> LedgerHeads => Set<LedgerHead>();

    public DbSet<LedgerSum> LedgerSums => Set<LedgerSum>();

    public DbSet<Proposal> Proposals => Set<Proposal>();

    public DbSet<Reminder> Reminders => Set<Reminder>();

    public DbSet<News> News => Set<News>();

    public DbSet<Counter> Counters => Set<Counter>();

    public DbSet<InboxRow> Inbox => Set<InboxRow>();

    public DbSet<OutboxRow> Outbox => Set<OutboxRow>();

    public DbSet<Posted> Posted => Set<Posted>();

    public DbSet<DoorState> Doors => Set<DoorState>();

    public DbSet<LinkCode> LinkCodes => Set<LinkCode>();

    public DbSet<Draft> Drafts => Set<Draft>();

    public DbSet<AuditRow> Audit => Set<AuditRow>();

    /// <summary>Tells the due clock of an instant.</summary>
    public void Wake(DateTimeOffset at) => DueAt = DueAt is null || at < DueAt ? at : DueAt;

    /// <summary>The row about this instance, made where there is none yet.</summary>
    public async Task<Instance> InstanceAsync(CancellationToken ct)
        => await Instances.FindAsync([Instance.TheOne], ct) ?? Instances.Add(new Instance { Id = Instance.TheOne }).Entity;

    /// <summary>Begins a unit of work on a context that served another before.</summary>
    internal void Begin()
    {
        (DueAt, SteppedOver, PlacesMoved) = (null, [], false);
        Forgotten.Clear();
    }

    /// <summary>The next number of a row; numbers are never reused.</summary>
    public abstract Task<int> NextNumberAsync(string of, long owner, CancellationToken ct);

    /// <summary>A person who is stored.</summary>
    public Task<Person> PersonAsync(long id, CancellationToken ct) => OnePerson(this, id, ct);

    /// <summary>A community that is stored.</summary>
    public Task<Community> CommunityAsync(long id, CancellationToken ct) => OneCommunity(this, id, ct);

    /// <summary>The delivery of this key, if it was handled. This and those below go past the change tracker, because nearly every command needs them.</summary>
    public abstract Task<InboxRow?> SeenAsync(string door, string key, CancellationToken ct);

    /// <summary>Writes down at once that a delivery was handled, and its answer.</summary>
    public abstract Task RememberAsync(InboxRow row, CancellationToken ct);

    /// <summary>Answers to this person that were stored and perhaps never seen, oldest first, 20 at most.</summary>
    /// <param name="current">The delivery that is being answered now.</param>
    public abstract Task<List<(string Key, string Reply)>> UnseenAsync(string door, long personId, string current, CancellationToken ct);

    /// <summary>Writes down that the answer to a delivery was seen to leave.</summary>
    public abstract Task AnsweredAsync(string door, string key, DateTimeOffset at, CancellationToken ct);

    /// <summary>Writes at once the next line of a community's ledger, its words, and the new end of its chain.</summary>
    /// <param name="next">Makes the line, and moves the end onto it.</param>
    public abstract Task<LedgerLine> AppendAsync(long communityId, Func<LedgerHead, LedgerLine> next, CancellationToken ct);

    /// <summary>Whether the sums of a community's ledger are those of its lines; all of these are read.</summary>
    public abstract Task<bool> SumsHoldAsync(long communityId, CancellationToken ct);

    /// <summary>Whether messages to this person found no way and wait for their next command.</summary>
    public abstract Task<bool> WaitsAsync(string door, long personId, CancellationToken ct);

    /// <summary>Who this account is in this community, if they have been seen there.</summary>
    public abstract Task<Speaker?> SpeakerAsync(string door, string account, long communityId, CancellationToken ct);

    /// <summary>The common of this short name.</summary>
    public abstract Task<Common?> CommonAsync(long communityId, string slug, CancellationToken ct);

    /// <summary>Writes down anew, in this transaction, by which words a common is found; it has its id, and its resources are saved.</summary>
    public abstract Task IndexAsync(Common common, CancellationToken ct);

    /// <summary>Commons in which words are found, best first: by the rank of the match (names before other names, titles of resources, texts), which is the smaller the better.</summary>
    public abstract Task<List<(long Id, double Rank)>> SearchAsync(SoughtCommons sought, CancellationToken ct);

    /// <summary>Words that begin so, in their order, among those by which any common of any community is found; only to be sought, never to be shown.</summary>
    public abstract Task<List<string>> WordsAsync(string beginning, int most, CancellationToken ct);

    /// <summary>Those of these words that are one of two endings after their first letter; all of them are read, so that it is asked last.</summary>
    public abstract Task<List<string>> WordsEndingAsync(string ending, string other, CancellationToken ct);

    /// <summary>The channels that the community gave this use.</summary>
    public abstract Task<List<Channel>> ChannelsAsync(long communityId, ChannelUse use, CancellationToken ct);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        Shapes.People(modelBuilder);
        Shapes.CommonsAndMissions(modelBuilder);
        Shapes.Method(modelBuilder);
        Shapes.Calls(modelBuilder);
        Shapes.Ledger(modelBuilder);
        Shapes.Deliveries(modelBuilder);
    }
}
