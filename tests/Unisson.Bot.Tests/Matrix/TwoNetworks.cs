using Unisson.Bot.Tests.Links;
using Unisson.Discord.Stub;
using Unisson.Matrix.Homeservers;
using Xunit;

namespace Unisson.Bot.Tests.Matrix;

/// <summary>One community in a server on Discord and in a room on Matrix, which Claire looks after in both; it has one common.</summary>
internal sealed class TwoNetworks : IAsyncDisposable
{
    private readonly Homeserver _homeserver;

    private TwoNetworks(Homeserver homeserver, StubDiscord discord, StubGuild guild, MatrixWorld world, MatrixPerson claireThere)
    {
        (_homeserver, Discord, Guild, World, ClaireThere) = (homeserver, discord, guild, world, claireThere);
        Channel = guild.AddChannel("missions");
        Claire = discord.AddUser("claire").In(guild, manageGuild: true).At(Channel);
    }

    public StubDiscord Discord { get; }

    public StubGuild Guild { get; }

    public StubChannel Channel { get; }

    public StubUser Claire { get; }

    public MatrixWorld World { get; }

    /// <summary>Claire on Matrix.</summary>
    public MatrixPerson ClaireThere { get; }

    public string Room { get; private set; } = "";

    /// <summary>The community lives on Discord; a room on Matrix joins it, with the yes of who made the code.</summary>
    public static async Task<TwoNetworks> StartAsync(Homeserver homeserver)
    {
        var discord = await StubDiscord.StartAsync(new() { Patience = TimeSpan.FromSeconds(20) });
        var guild = discord.AddGuild("Jura", "fr");
        var both = new TwoNetworks(homeserver, discord, guild, await MatrixWorld.StartAsync(homeserver, discord: discord), await homeserver.RegisterAsync("claire"));
        await both.LinkAsync();
        return both;
    }

    /// <summary>Somebody on Discord who knows the common and gives their time.</summary>
    public async Task<StubUser> HereAsync(string name)
    {
        var user = Discord.AddUser(name).In(Guild).At(Channel);
        await user.Slash("expérience ajouter", ("commun", "coworking"), ("niveau", "J’y contribue"));
        await user.Slash("dispo régler", ("demandes", 2), ("heures", "8"), ("calme", "aucun"));
        await Discord.UntilAsync(() => user.Dms.Any(m => m.Author.IsBot), "the first private message");
        return user;
    }

    /// <summary>Somebody on Matrix with a room for two, who knows the common and gives their time if they say so.</summary>
    public async Task<(MatrixPerson Person, string Alone)> ThereAsync(string name, bool gives = true)
    {
        var person = await _homeserver.RegisterAsync(name);
        await person.JoinAsync(Room);
        await World.SayAsync(person, Room, "!commun liste");
        var alone = await World.AloneAsync(person);
        if (gives)
        {
            await World.SayAsync(person, alone, "!moi réglages langue:Français");
            await World.SayAsync(person, alone, "!expérience ajouter coworking contribué");
            await World.SayAsync(person, alone, "!dispo régler demandes:2 heures:8h calme:aucun");
        }

        return (person, alone);
    }

    /// <summary>Makes two accounts one person.</summary>
    public async Task JoinAsync(StubUser here, (MatrixPerson Person, string Alone) there)
    {
        var code = Codes.In((await here.Slash("moi relier")).Text);
        Assert.StartsWith("Il reste un pas : ton accord sur l’autre compte.", Plain((await World.SayAsync(there.Person, there.Alone, $"!moi relier {code}")).Body), StringComparison.Ordinal);
        StubMessage? Question() => here.Dms.LastOrDefault(m => m.Text.Contains("Cet autre compte est-il à toi", StringComparison.Ordinal));
        await Discord.UntilAsync(() => Question() is not null, "the question");
        Assert.Contains("tu es une seule personne", (await here.Press(Question()!, "Oui, c’est moi")).Text, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        Assert.Empty(Discord.Violations);
        await World.DisposeAsync();
        await Discord.DisposeAsync();
    }

    public static string Plain(string? text) => (text ?? "").Replace('\u00A0', ' ').Replace('\u202F', ' ');

    private async Task LinkAsync()
    {
        await Claire.Submit(await Claire.Slash("espace installer"), ("nom", "Jura"), ("langue", "Français"));
        await Claire.Slash("commun ajouter", ("slug", "coworking"), ("nom", "Coworking de Lons"));
        var code = Codes.In((await Claire.Slash("espace relier")).Text);
        Room = await ClaireThere.CreatePublicRoomAsync("missions");
        await ClaireThere.InviteAsync(Room, World.Bot.UserId);
        await World.CameAsync(ClaireThere, Room);
        await World.SayAsync(ClaireThere, Room, $"!espace relier {code}");
        Assert.StartsWith("Jura vit désormais dans les deux lieux.", (await Claire.Slash("espace relier", ("code", code))).Text, StringComparison.Ordinal);
        var alone = await World.AloneAsync(ClaireThere);
        await World.SayAsync(ClaireThere, alone, "!aide");
        await ClaireThere.SendAsync(Room, "!espace salon missions #missions");
        await ClaireThere.WaitForAsync(e => e.RoomId == alone && e.Sender == World.Bot.UserId && Plain(e.Body).StartsWith("Désormais, #missions est le salon pour : Missions.", StringComparison.Ordinal));
    }
}
