using System.Text;
using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Commons;
using Unisson.Bot.Contributions;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Moving;

/// <summary>Files that come in: looked at first, whole or not at all, once however often they are given, and never a consent.</summary>
public sealed class ImportTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("unisson-import-").FullName;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Commons_come_in_by_one_tap_after_a_preview_that_stores_nothing()
    {
        await using var bot = await TestBot.StartAsync();
        var file = Write("communs.csv", "nom-court;nom;présentation;état;ressources\r\ncoworking;Coworking;\"Un lieu\nà partager\";vivant;\"recette | | Ouvrir\ndocument | https://exemple.fr/a | Budget\"\r\n;Repair Café;;à construire;\r\n");

        var preview = await bot.DoAsync($"/espace importer communs fichier:{file}");

        Assert.StartsWith("communs.csv apporterait 2 communs. Rien n’est encore enregistré.\n  · Coworking (coworking), 2 ressources\n  · Repair Café (repair-cafe), 0 ressource\n  [1] Importer\n", preview, StringComparison.Ordinal);
        Assert.Equal(0, await bot.SeeAsync(db => db.Commons.CountAsync(Ct)));
        Assert.StartsWith("C’est fait : 2 communs.", await bot.DoAsync("1"), StringComparison.Ordinal);
        var common = await bot.SeeAsync(db => db.Commons.SingleAsync(c => c.Slug == "coworking", Ct));
        Assert.Equal(("Coworking", "Un lieu\nà partager", CommonState.Living, null, null), (common.Name, common.About, common.State, common.StewardId, common.AskBudget));
        Assert.Equal(CommonState.ToBuild, await bot.SeeAsync(db => db.Commons.Where(c => c.Slug == "repair-cafe").Select(c => c.State).SingleAsync(Ct)));
        Assert.Equal([("Ouvrir", ResourceKind.Recipe, null), ("Budget", ResourceKind.Document, "https://exemple.fr/a")], (await bot.SeeAsync(db => db.Resources.OrderBy(x => x.Id).ToListAsync(Ct))).Select(x => (x.Title, x.Kind, x.Link)));
        Assert.Contains("coworking", await bot.DoAsync("/common find budget"), StringComparison.Ordinal);
        Assert.Equal(["setup import"], await bot.SeeAsync(db => db.Audit.Select(a => a.Command).ToListAsync(Ct)));
        Assert.Equal(0, await bot.SeeAsync(db => db.Drafts.CountAsync(Ct)));
    }

    [Theory]
    [InlineData("utf-8", true, ';')]
    [InlineData("utf-8", false, ',')]
    [InlineData("utf-16", true, '\t')]
    [InlineData("utf-16", false, ';')]
    [InlineData("utf-16BE", true, ';')]
    [InlineData("windows-1252", false, ';')]
    public async Task Whatever_a_spreadsheet_saves_is_read(string encoding, bool hasMark, char separator)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("/common add coworking");
        var text = $"Date{separator}COMMUN{separator}combien{separator}Quoi{separator}nom\n05/03/2026{separator}Coworking{separator}\"120,50 €\"{separator}Été à Dôle{separator}Élise\n".Replace("\n", "\r\n", StringComparison.Ordinal);
        var by = CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding);

        var done = await Files.GiveAsync(bot, "/setup import contributions dry-run:no", [.. hasMark ? by.GetPreamble() : [], .. by.GetBytes(text)]);

        Assert.Null(done.Refused);
        var line = await bot.SeeAsync(db => db.Ledger.Include(l => l.Text).SingleAsync(Ct));
        Assert.Equal((ContributionKind.Money, 12_050L, new DateOnly(2026, 3, 5), "Été à Dôle", "Élise", null), (line.Contribution, line.Cents!.Value, line.On, line.Text!.What, line.Text.Name, line.PersonId));
    }

    [Fact]
    public async Task What_is_wrong_is_named_by_its_line_and_nothing_comes_in_by_half()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("/common add coworking", "ana> /common list");
        var file = Write("c.csv", "date;commun;combien;quoi;nom\n2026-03-15;coworking;3h;Bien;\n31/02/2026;coworking;3h;x;\n\n15/03/2026;cowork;abc;y;\n2027-01-01;coworking;3;;\n2026-03-15;coworking;2h;Autre;Ana\n");

        Assert.Equal(
            """
            c.csv : 7 points à corriger d’abord. Rien n’a été enregistré. [import.wrong]
              Ligne 3, date : « 31/02/2026 » : écris 2026-03-15 ou 15/03/2026.
              Ligne 5, commun : il n’y a pas de commun « cowork ». Les plus proches : coworking. Importe d’abord les communs.
              Ligne 5, combien : « abc » : écris 3h, 90 min, 2 jours ou 120,50 €, un seul, et le genre qui va avec.
              Ligne 6, date : 2027-01-01 est encore à venir ; une contribution est déjà donnée.
              Ligne 6, combien : « 3 » : écris 3h, 90 min, 2 jours ou 120,50 €, un seul, et le genre qui va avec.
              Ligne 6, quoi : cette case ne doit pas être vide.
              Ligne 7, nom : ana fait partie de la communauté : il faut son propre oui. Laisse le nom vide, ou laisse cette personne noter.
              Corrige le fichier et redonne-le : rien n’entre à moitié.
            """.ReplaceLineEndings("\n"),
            (await bot.SayAsync($"/espace importer contributions fichier:{file} essai:non")).TrimEnd('\n'));
        Assert.Equal(0, await bot.SeeAsync(db => db.Ledger.CountAsync(Ct)));
    }

    [Fact]
    public async Task The_same_file_twice_is_the_same_as_once_and_two_equal_rows_are_two()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("/common add coworking", "ana> /contribution log coworking 2h Réunion on:2026-03-15");
        const string File = "date,common,amount,what,name\n2026-03-15,coworking,2h,Réunion,\n2026-03-15,coworking,2h,Réunion,Bob\n2026-03-15,coworking,2h,Réunion,Bob\n2026-03-16,coworking,20h,Chantier,Bob\n";

        var first = await Files.GiveAsync(bot, "/setup import contributions dry-run:no", File);
        var second = await Files.GiveAsync(bot, "/setup import contributions dry-run:no", File);

        Assert.Equal("Taken in: 3 contributions.", first.First);
        Assert.Equal(["1 row is here already and is passed over.", "1 line is very large and waits for somebody who saw it; /contribution list shows it."], first.Lines);
        Assert.Equal("file.csv brings nothing new: 4 rows are here already. Nothing was changed.", second.First);
        Assert.Equal(["ana", "Bob", "Bob"], await bot.SeeAsync(db => db.Ledger.OrderBy(l => l.Number).Select(l => l.PersonId == null ? l.Text!.Name : "ana").ToListAsync(Ct)));
        Assert.Equal(("Bob", 20 * 60L), await bot.SeeAsync(async db => await db.Proposals.SingleAsync(Ct) is var p ? (p.Name!, p.Minutes!.Value) : default));
        await bot.DoAsync("/contribution verify");
    }

    [Fact]
    public async Task A_row_with_ones_own_name_is_ones_own_line()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("/common add coworking");

        Assert.Null((await Files.GiveAsync(bot, "/setup import contributions dry-run:no", "date,common,amount,what,name\n2026-03-15,coworking,2h,Tea,Me\n")).Refused);

        Assert.True(await bot.SeeAsync(db => db.Ledger.AnyAsync(l => l.PersonId == l.AuthorId && l.Text!.Name == null, Ct)));
    }

    [Fact]
    public async Task A_consent_is_never_taken_from_a_file()
    {
        await using var bot = await TestBot.StartAsync();
        var file = Write("gens.csv", "nom;demandes;heures;visible-par\nÉlise;6;12;public\nMenuiserie Jura;;;\n");

        var preview = await bot.DoAsync($"/espace importer personnes fichier:{file}", "1");

        Assert.StartsWith("C’est fait : 2 noms.", preview, StringComparison.Ordinal);
        var members = await bot.SeeAsync(db => db.Memberships.Where(m => !db.Accounts.Any(a => a.PersonId == m.PersonId)).ToListAsync(Ct));
        Assert.All(members, m => Assert.Equal((0, null, false, false, false, null), (m.Asks, m.ConsentAt, m.IsNamedOutside, m.IsAdmin, m.IsGuarantor, m.DigestAt)));
        Assert.Equal(2, members.Count);
        Assert.Equal(0, await bot.SeeAsync(db => db.Experiences.CountAsync(Ct)));
        Assert.Contains("Colonnes laissées de côté : demandes, heures et visible-par.\n  Ce que chaque personne donne", await bot.DoAsync($"/espace importer personnes fichier:{file}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_without_account_is_spelled_as_it_came_in_and_goes_out_by_a_file()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("/common add coworking");
        await Files.GiveAsync(bot, "/setup import people dry-run:no", "name\nMenuiserie Jura\n\"Dupont, Marie\"\n");

        await bot.DoAsync("/contribution log coworking 2h boards name:\"menuiserie JURA\"");
        var gone = await Files.GiveAsync(bot, "/setup import people dry-run:no", "name,remove\nmenuiserie jura,yes\nDupont Marie,no\n");

        Assert.Null(gone.Refused);
        Assert.Equal("Menuiserie Jura", await bot.SeeAsync(db => db.LedgerTexts.Select(t => t.Name).SingleAsync(Ct)));
        Assert.Equal(["Dupont, Marie", "Dupont Marie"], await bot.SeeAsync(db => db.People.Where(p => p.Name != "me").OrderBy(p => p.Id).Select(p => p.Name).ToListAsync(Ct)));
    }

    [Theory]
    [InlineData("name\n", "import.empty")]
    [InlineData("", "import.empty")]
    [InlineData("prenom;ville\nAna;Lons\n", "import.columns")]
    [InlineData("name;nom\na;b\n", "import.twice")]
    [InlineData("PK\u0003\u0004xxxxxxxx", "import.workbook")]
    [InlineData("name\n\u0001\u0000\u0000", "import.not-text")]
    public async Task A_file_that_is_no_such_table_says_why(string text, string code)
    {
        await using var bot = await TestBot.StartAsync();

        Assert.Equal(code, (await Files.GiveAsync(bot, "/setup import people", text)).Refused);
    }

    [Fact]
    public async Task A_file_that_is_not_there_too_large_or_kept_too_long_is_refused()
    {
        await using var bot = await TestBot.StartAsync();
        var large = Write("large.csv", new string('x', (1 << 20) + 1));
        var file = Write("a b.csv", "name\nÉlise\n");

        Assert.Equal("file.unknown", await bot.RefusedAsync($"/setup import people file:{_folder}/none.csv"));
        Assert.Contains("[file.unknown]\n  /setup import people …\n", await bot.SayAsync($"/setup import people file:{_folder}"), StringComparison.Ordinal);
        Assert.Equal("file.too-large", await bot.RefusedAsync($"/setup import people file:{large}"));
        Assert.Equal("command.missing", await bot.RefusedAsync("/setup import people"));
        Assert.Equal("file.gone", await bot.RefusedAsync("/setup import people file:x.csv#999"));
        Assert.Equal("file.none", (await bot.Host.Dispatcher.HandleAsync(new("terminal", "none", "me", "me", null) { Text = "/setup import people file:x.csv" }, 1, Ct)).Reply.Refused);
        await bot.DoAsync($"/setup import people file:\"{file}\"");
        await bot.WaitAsync(TimeSpan.FromMinutes(16));
        Assert.Equal("draft.expired", await bot.RefusedAsync("1"));
        await bot.WaitAsync(TimeSpan.FromMinutes(5));
        Assert.Equal("file.gone", await bot.RefusedAsync("/setup import people file:a-b.csv#1"));
        Assert.Equal(1, await bot.SeeAsync(db => db.People.CountAsync(p => p.Name != "bob", Ct)));
    }

    [Fact]
    public async Task Only_whoever_may_import_has_their_file_kept()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("/common list");
        var file = Write("a.csv", "name\nÉlise\n");

        Assert.Equal("standing.admin", await bot.RefusedAsync($"bob> /setup import people file:{file}"));
        Assert.Equal(0, await bot.SeeAsync(db => db.Drafts.CountAsync(Ct)));
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
