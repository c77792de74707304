"""Contains all the data models used in inputs/outputs"""

from .acceptance_request import AcceptanceRequest
from .activity_page import ActivityPage
from .application import Application
from .application_answer import ApplicationAnswer
from .application_answer_state import ApplicationAnswerState
from .application_detail_answer import ApplicationDetailAnswer
from .application_detail_answer_state import ApplicationDetailAnswerState
from .application_finality import ApplicationFinality
from .application_portfolio_type_0 import ApplicationPortfolioType0
from .application_state import ApplicationState
from .applications_page import ApplicationsPage
from .artist import Artist
from .artist_answer import ArtistAnswer
from .artist_finality import ArtistFinality
from .artists_page import ArtistsPage
from .auction import Auction
from .auction_finality import AuctionFinality
from .auction_state import AuctionState
from .auctions_page import AuctionsPage
from .ballot_answer import BallotAnswer
from .ballot_message import BallotMessage
from .ballot_request import BallotRequest
from .bid import Bid
from .bid_finality import BidFinality
from .bids_page import BidsPage
from .block_place import BlockPlace
from .chain_answer import ChainAnswer
from .chain_answer_contracts import ChainAnswerContracts
from .chain_event import ChainEvent
from .chain_event_arguments import ChainEventArguments
from .change_answer import ChangeAnswer
from .check_answer import CheckAnswer
from .choice_message import ChoiceMessage
from .choice_request import ChoiceRequest
from .colour import Colour
from .commission_answer import CommissionAnswer
from .commission_answer_metadata_type_0 import CommissionAnswerMetadataType0
from .commission_answer_provenance import CommissionAnswerProvenance
from .commission_answer_recipe_type_0 import CommissionAnswerRecipeType0
from .commission_answer_voucher_type_0 import CommissionAnswerVoucherType0
from .commission_request import CommissionRequest
from .commission_request_parameters import CommissionRequestParameters
from .commissions_answer import CommissionsAnswer
from .deleted_answer import DeletedAnswer
from .deliveries_answer import DeliveriesAnswer
from .delivery_answer import DeliveryAnswer
from .delivery_answer_state import DeliveryAnswerState
from .dossier_answer import DossierAnswer
from .dwell_event import DwellEvent
from .edition import Edition
from .edition_artefact_type_0 import EditionArtefactType0
from .edition_finality import EditionFinality
from .editions_page import EditionsPage
from .event_answer import EventAnswer
from .event_answer_details import EventAnswerDetails
from .events_answer import EventsAnswer
from .exhibition import Exhibition
from .exhibition_finality import ExhibitionFinality
from .exhibition_state import ExhibitionState
from .exhibitions_page import ExhibitionsPage
from .export_answer import ExportAnswer
from .export_answer_pictures_item import ExportAnswerPicturesItem
from .feeling_event import FeelingEvent
from .feeling_event_words_item import FeelingEventWordsItem
from .finding_answer import FindingAnswer
from .found_answer import FoundAnswer
from .get_engines_response_200_item import GetEnginesResponse200Item
from .get_statements_kind_csv_kind import GetStatementsKindCsvKind
from .get_verifications_id_name_name import GetVerificationsIdNameName
from .get_works_cid_similar_response_200 import GetWorksCidSimilarResponse200
from .hand_answer import HandAnswer
from .happening import Happening
from .happening_answer import HappeningAnswer
from .happening_finality import HappeningFinality
from .happening_kind import HappeningKind
from .head import Head
from .health_answer import HealthAnswer
from .health_answer_parts import HealthAnswerParts
from .health_answer_status import HealthAnswerStatus
from .hint import Hint
from .holders_page import HoldersPage
from .holding import Holding
from .holding_kind import HoldingKind
from .judgement_answer import JudgementAnswer
from .judgement_answer_environment import JudgementAnswerEnvironment
from .judgement_answer_measures_type_0 import JudgementAnswerMeasuresType0
from .key_answer import KeyAnswer
from .kind import Kind
from .leaning_answer import LeaningAnswer
from .list_activity_sort import ListActivitySort
from .list_applications_sort import ListApplicationsSort
from .list_applications_state import ListApplicationsState
from .list_artists_admitted import ListArtistsAdmitted
from .list_artists_sort import ListArtistsSort
from .list_auctions_sort import ListAuctionsSort
from .list_auctions_state import ListAuctionsState
from .list_bids_sort import ListBidsSort
from .list_editions_sort import ListEditionsSort
from .list_exhibitions_sort import ListExhibitionsSort
from .list_holders_sort import ListHoldersSort
from .list_listings_live import ListListingsLive
from .list_listings_sort import ListListingsSort
from .list_members_current import ListMembersCurrent
from .list_members_sort import ListMembersSort
from .list_offers_live import ListOffersLive
from .list_offers_scope import ListOffersScope
from .list_offers_sort import ListOffersSort
from .list_proposals_sort import ListProposalsSort
from .list_receipts_sort import ListReceiptsSort
from .list_royalties_sort import ListRoyaltiesSort
from .list_sales_sort import ListSalesSort
from .list_votes_sort import ListVotesSort
from .list_works_listed import ListWorksListed
from .list_works_sort import ListWorksSort
from .listing import Listing
from .listing_answer import ListingAnswer
from .listing_message import ListingMessage
from .listing_terms_request import ListingTermsRequest
from .listings_page import ListingsPage
from .member import Member
from .member_finality import MemberFinality
from .members_page import MembersPage
from .model_answer import ModelAnswer
from .models_answer import ModelsAnswer
from .mood import Mood
from .muse_request import MuseRequest
from .new_key_answer import NewKeyAnswer
from .new_webhook_answer import NewWebhookAnswer
from .next_request import NextRequest
from .nonce_answer import NonceAnswer
from .offer import Offer
from .offer_answer import OfferAnswer
from .offer_message import OfferMessage
from .offer_terms_answer import OfferTermsAnswer
from .offer_terms_answer_typed_data import OfferTermsAnswerTypedData
from .offer_terms_request import OfferTermsRequest
from .offers_page import OffersPage
from .order_answer import OrderAnswer
from .pair_event import PairEvent
from .pair_event_chosen import PairEventChosen
from .part_health import PartHealth
from .part_health_status import PartHealthStatus
from .picture_answer import PictureAnswer
from .place import Place
from .placed_answer import PlacedAnswer
from .placed_answer_why import PlacedAnswerWhy
from .post_dossiers_body import PostDossiersBody
from .post_taste_models_digest_proposal_act_act import (
    PostTasteModelsDigestProposalActAct,
)
from .post_uploads_body import PostUploadsBody
from .post_uploads_body_machine import PostUploadsBodyMachine
from .prepared_transaction import PreparedTransaction
from .prepared_transaction_arguments import PreparedTransactionArguments
from .price_answer import PriceAnswer
from .problem import Problem
from .proposal import Proposal
from .proposal_finality import ProposalFinality
from .proposal_state import ProposalState
from .proposals_page import ProposalsPage
from .question_answer import QuestionAnswer
from .question_request import QuestionRequest
from .rating_event import RatingEvent
from .reading import Reading
from .reading_how import ReadingHow
from .reason_answer import ReasonAnswer
from .reason_answer_facts import ReasonAnswerFacts
from .reason_request import ReasonRequest
from .receipt import Receipt
from .receipt_answer import ReceiptAnswer
from .receipt_answer_artefact import ReceiptAnswerArtefact
from .receipt_answer_provenance import ReceiptAnswerProvenance
from .receipt_answer_recipe_type_0 import ReceiptAnswerRecipeType0
from .receipt_artefact import ReceiptArtefact
from .receipt_finality import ReceiptFinality
from .receipt_found_type_0 import ReceiptFoundType0
from .receipt_provenance import ReceiptProvenance
from .receipt_verification_type_0 import ReceiptVerificationType0
from .receipts_page import ReceiptsPage
from .replay_request import ReplayRequest
from .royalties_page import RoyaltiesPage
from .royalty import Royalty
from .royalty_finality import RoyaltyFinality
from .rule_answer import RuleAnswer
from .rules_answer import RulesAnswer
from .rung_answer import RungAnswer
from .sale import Sale
from .sale_finality import SaleFinality
from .sale_kind import SaleKind
from .sales_page import SalesPage
from .sample_answer import SampleAnswer
from .seal_request import SealRequest
from .sealed_answer import SealedAnswer
from .session_answer import SessionAnswer
from .share_message import ShareMessage
from .sheet_answer import SheetAnswer
from .sheet_request import SheetRequest
from .sheet_request_parameters import SheetRequestParameters
from .sheets_answer import SheetsAnswer
from .shown_answer import ShownAnswer
from .sign_in_request import SignInRequest
from .signed_listing_request import SignedListingRequest
from .signed_offer_request import SignedOfferRequest
from .signed_voucher_request import SignedVoucherRequest
from .similar_work import SimilarWork
from .sketch_answer import SketchAnswer
from .sketch_answer_recipe_type_0 import SketchAnswerRecipeType0
from .split_message import SplitMessage
from .statistics import Statistics
from .taste_answer import TasteAnswer
from .terms_answer import TermsAnswer
from .terms_answer_typed_data import TermsAnswerTypedData
from .topic import Topic
from .typed_data_answer import TypedDataAnswer
from .typed_data_answer_typed_data import TypedDataAnswerTypedData
from .understanding import Understanding
from .verdict import Verdict
from .verification_answer import VerificationAnswer
from .volume import Volume
from .vote import Vote
from .vote_answer import VoteAnswer
from .vote_answer_support import VoteAnswerSupport
from .vote_finality import VoteFinality
from .vote_kind import VoteKind
from .vote_request import VoteRequest
from .vote_request_support import VoteRequestSupport
from .vote_support import VoteSupport
from .votes_page import VotesPage
from .voucher_message import VoucherMessage
from .voucher_terms_request import VoucherTermsRequest
from .webhook_answer import WebhookAnswer
from .webhook_change import WebhookChange
from .webhook_request import WebhookRequest
from .webhooks_answer import WebhooksAnswer
from .words_answer import WordsAnswer
from .work import Work
from .work_artefact_type_0 import WorkArtefactType0
from .work_detail_answer import WorkDetailAnswer
from .work_detail_answer_artefact_type_0 import WorkDetailAnswerArtefactType0
from .work_detail_answer_metadata_type_0 import WorkDetailAnswerMetadataType0
from .work_detail_answer_provenance_type_0 import WorkDetailAnswerProvenanceType0
from .work_finality import WorkFinality
from .work_preview_type_0 import WorkPreviewType0
from .work_price_type_0 import WorkPriceType0
from .work_provenance_type_0 import WorkProvenanceType0
from .works_page import WorksPage

__all__ = (
    "AcceptanceRequest",
    "ActivityPage",
    "Application",
    "ApplicationAnswer",
    "ApplicationAnswerState",
    "ApplicationDetailAnswer",
    "ApplicationDetailAnswerState",
    "ApplicationFinality",
    "ApplicationPortfolioType0",
    "ApplicationsPage",
    "ApplicationState",
    "Artist",
    "ArtistAnswer",
    "ArtistFinality",
    "ArtistsPage",
    "Auction",
    "AuctionFinality",
    "AuctionsPage",
    "AuctionState",
    "BallotAnswer",
    "BallotMessage",
    "BallotRequest",
    "Bid",
    "BidFinality",
    "BidsPage",
    "BlockPlace",
    "ChainAnswer",
    "ChainAnswerContracts",
    "ChainEvent",
    "ChainEventArguments",
    "ChangeAnswer",
    "CheckAnswer",
    "ChoiceMessage",
    "ChoiceRequest",
    "Colour",
    "CommissionAnswer",
    "CommissionAnswerMetadataType0",
    "CommissionAnswerProvenance",
    "CommissionAnswerRecipeType0",
    "CommissionAnswerVoucherType0",
    "CommissionRequest",
    "CommissionRequestParameters",
    "CommissionsAnswer",
    "DeletedAnswer",
    "DeliveriesAnswer",
    "DeliveryAnswer",
    "DeliveryAnswerState",
    "DossierAnswer",
    "DwellEvent",
    "Edition",
    "EditionArtefactType0",
    "EditionFinality",
    "EditionsPage",
    "EventAnswer",
    "EventAnswerDetails",
    "EventsAnswer",
    "Exhibition",
    "ExhibitionFinality",
    "ExhibitionsPage",
    "ExhibitionState",
    "ExportAnswer",
    "ExportAnswerPicturesItem",
    "FeelingEvent",
    "FeelingEventWordsItem",
    "FindingAnswer",
    "FoundAnswer",
    "GetEnginesResponse200Item",
    "GetStatementsKindCsvKind",
    "GetVerificationsIdNameName",
    "GetWorksCidSimilarResponse200",
    "HandAnswer",
    "Happening",
    "HappeningAnswer",
    "HappeningFinality",
    "HappeningKind",
    "Head",
    "HealthAnswer",
    "HealthAnswerParts",
    "HealthAnswerStatus",
    "Hint",
    "HoldersPage",
    "Holding",
    "HoldingKind",
    "JudgementAnswer",
    "JudgementAnswerEnvironment",
    "JudgementAnswerMeasuresType0",
    "KeyAnswer",
    "Kind",
    "LeaningAnswer",
    "ListActivitySort",
    "ListApplicationsSort",
    "ListApplicationsState",
    "ListArtistsAdmitted",
    "ListArtistsSort",
    "ListAuctionsSort",
    "ListAuctionsState",
    "ListBidsSort",
    "ListEditionsSort",
    "ListExhibitionsSort",
    "ListHoldersSort",
    "Listing",
    "ListingAnswer",
    "ListingMessage",
    "ListingsPage",
    "ListingTermsRequest",
    "ListListingsLive",
    "ListListingsSort",
    "ListMembersCurrent",
    "ListMembersSort",
    "ListOffersLive",
    "ListOffersScope",
    "ListOffersSort",
    "ListProposalsSort",
    "ListReceiptsSort",
    "ListRoyaltiesSort",
    "ListSalesSort",
    "ListVotesSort",
    "ListWorksListed",
    "ListWorksSort",
    "Member",
    "MemberFinality",
    "MembersPage",
    "ModelAnswer",
    "ModelsAnswer",
    "Mood",
    "MuseRequest",
    "NewKeyAnswer",
    "NewWebhookAnswer",
    "NextRequest",
    "NonceAnswer",
    "Offer",
    "OfferAnswer",
    "OfferMessage",
    "OffersPage",
    "OfferTermsAnswer",
    "OfferTermsAnswerTypedData",
    "OfferTermsRequest",
    "OrderAnswer",
    "PairEvent",
    "PairEventChosen",
    "PartHealth",
    "PartHealthStatus",
    "PictureAnswer",
    "Place",
    "PlacedAnswer",
    "PlacedAnswerWhy",
    "PostDossiersBody",
    "PostTasteModelsDigestProposalActAct",
    "PostUploadsBody",
    "PostUploadsBodyMachine",
    "PreparedTransaction",
    "PreparedTransactionArguments",
    "PriceAnswer",
    "Problem",
    "Proposal",
    "ProposalFinality",
    "ProposalsPage",
    "ProposalState",
    "QuestionAnswer",
    "QuestionRequest",
    "RatingEvent",
    "Reading",
    "ReadingHow",
    "ReasonAnswer",
    "ReasonAnswerFacts",
    "ReasonRequest",
    "Receipt",
    "ReceiptAnswer",
    "ReceiptAnswerArtefact",
    "ReceiptAnswerProvenance",
    "ReceiptAnswerRecipeType0",
    "ReceiptArtefact",
    "ReceiptFinality",
    "ReceiptFoundType0",
    "ReceiptProvenance",
    "ReceiptsPage",
    "ReceiptVerificationType0",
    "ReplayRequest",
    "RoyaltiesPage",
    "Royalty",
    "RoyaltyFinality",
    "RuleAnswer",
    "RulesAnswer",
    "RungAnswer",
    "Sale",
    "SaleFinality",
    "SaleKind",
    "SalesPage",
    "SampleAnswer",
    "SealedAnswer",
    "SealRequest",
    "SessionAnswer",
    "ShareMessage",
    "SheetAnswer",
    "SheetRequest",
    "SheetRequestParameters",
    "SheetsAnswer",
    "ShownAnswer",
    "SignedListingRequest",
    "SignedOfferRequest",
    "SignedVoucherRequest",
    "SignInRequest",
    "SimilarWork",
    "SketchAnswer",
    "SketchAnswerRecipeType0",
    "SplitMessage",
    "Statistics",
    "TasteAnswer",
    "TermsAnswer",
    "TermsAnswerTypedData",
    "Topic",
    "TypedDataAnswer",
    "TypedDataAnswerTypedData",
    "Understanding",
    "Verdict",
    "VerificationAnswer",
    "Volume",
    "Vote",
    "VoteAnswer",
    "VoteAnswerSupport",
    "VoteFinality",
    "VoteKind",
    "VoteRequest",
    "VoteRequestSupport",
    "VotesPage",
    "VoteSupport",
    "VoucherMessage",
    "VoucherTermsRequest",
    "WebhookAnswer",
    "WebhookChange",
    "WebhookRequest",
    "WebhooksAnswer",
    "WordsAnswer",
    "Work",
    "WorkArtefactType0",
    "WorkDetailAnswer",
    "WorkDetailAnswerArtefactType0",
    "WorkDetailAnswerMetadataType0",
    "WorkDetailAnswerProvenanceType0",
    "WorkFinality",
    "WorkPreviewType0",
    "WorkPriceType0",
    "WorkProvenanceType0",
    "WorksPage",
)
