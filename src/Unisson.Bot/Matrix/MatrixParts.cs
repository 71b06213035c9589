using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Unisson.Bot.Doors;
using Unisson.Bot.Settings;
using Unisson.Matrix;

namespace Unisson.Bot.Matrix;

/// <summary>The parts of the door, which know each other.</summary>
internal sealed class MatrixParts : IDisposable
{
    /// <summary>Answers a minute to one person's lines that are no command.</summary>
    private const int MostMistakes = 6;

    private readonly Language _standard;

    public MatrixParts(BotHost bot, AllSettings settings, MatrixClient client, ILoggerFactory logs)
    {
        (Bot, Client, Logs, _standard) = (bot, client, logs, settings.Community.Language);
        Pace = new Pace(settings.Limits.CommandsPerMinute, bot.Time);
        Mistakes = new Pace(settings.Limits.CommandsPerMinute == 0 ? 0 : MostMistakes, bot.Time);
        Order = new SendOrder(bot.Time);
        Seeds = new Seeds(client, Order, bot.Time);
        Rooms = new Rooms(client);
        Messages = new Messages(bot.Catalogue, Rooms);
        Places = new MatrixPlaces(bot.Store, Rooms, settings.Community);
        Private = new PrivateRooms(bot.Store, client, bot.Time);
        Shown = new Shown(client, () => Me);
        Answered = new Answered(this);
        Consent = new MatrixConsent(this);
        Encrypted = new EncryptedRooms(this);
        Invites = new Invites(this, settings.Matrix!.InvitedBy);
        Upgrades = new Upgrades(this);
        TakenBack = new TakenBack(this);
        Unused = new Unused(this);
        Quoted = new Quoted(this);
        Speaking = new Speaking(this);
        Hearing = new Hearing(this);
    }

    public BotHost Bot { get; }

    public MatrixClient Client { get; }

    public ILoggerFactory Logs { get; }

    /// <summary>The bot's user id, known once it has signed in.</summary>
    public string Me => Client.Session!.UserId;

    public Pace Pace { get; }

    public Pace Mistakes { get; }

    public Quoted Quoted { get; }

    public Messages Messages { get; }

    public Rooms Rooms { get; }

    public MatrixPlaces Places { get; }

    public PrivateRooms Private { get; }

    public Shown Shown { get; }

    public Answered Answered { get; }

    public MatrixConsent Consent { get; }

    public EncryptedRooms Encrypted { get; }

    public Invites Invites { get; }

    public SendOrder Order { get; }

    public Seeds Seeds { get; }

    public Upgrades Upgrades { get; }

    public TakenBack TakenBack { get; }

    public Unused Unused { get; }

    public Speaking Speaking { get; }

    public Hearing Hearing { get; }

    public void Dispose() => Order.Dispose();

    /// <summary>In a community's language; the standard one where none is known.</summary>
    public async ValueTask<Say> SayInAsync(long? communityId, CancellationToken ct)
    {
        if (communityId is not { } id)
        {
            return Say.In(_standard);
        }

        await using var db = Bot.Store.Read();
        return Say.In(await db.Communities.Where(c => c.Id == id).Select(c => c.Language).FirstOrDefaultAsync(ct));
    }
}
